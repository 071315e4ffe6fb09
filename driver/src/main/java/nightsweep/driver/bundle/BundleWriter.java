package nightsweep.driver.bundle;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a bundle, file after file: a zip that any program opens, of files below a folder that is called like the sweep. Of
 * the same files in the same order come the same bytes, wherever and whenever, as long as Java packs them alike.
 */
public final class BundleWriter {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final String sweep;
    private final Counted counted;
    private final ZipOutputStream zip;
    private final List<BundledFile> files = new ArrayList<>();

    /**
     * @param sweep its name
     * @param out is written to as the file is, and is not closed
     */
    public BundleWriter(OutputStream out, String sweep) {
        this.sweep = sweep;
        this.counted = new Counted(out);
        this.zip = new ZipOutputStream(counted, StandardCharsets.UTF_8);
    }

    /**
     * Adds a file.
     *
     * @param name its path in the run directory, with slashes
     * @throws IOException if it cannot be written, or is too large to be read back
     */
    public void add(String name, byte[] content) throws IOException {
        files.add(packed(name, content));
    }

    /** Writes what is still missing: without it the file is no bundle. */
    public void finish(List<BundledData> data) throws IOException {
        byte[] manifest = new Manifest(sweep, data, files).json().getBytes(StandardCharsets.UTF_8);
        BundledFile file = packed(Manifest.NAME, manifest);
        zip.setComment(new Trailer(file.at(), file.packed(), file.sha256()).text());
        zip.finish();
        zip.flush();
    }

    private BundledFile packed(String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(sweep + "/" + name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        long at = counted.count;
        zip.write(content);
        zip.closeEntry();
        try {
            return new BundledFile(name, at, entry.getCompressedSize(), content.length, Sha256.of(content));
        } catch (IllegalArgumentException e) {
            throw new IOException("it cannot be bundled: " + e.getMessage(), e);
        }
    }

    /** Counts bytes. */
    private static final class Counted extends FilterOutputStream {
        private long count;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }
    }
}
