package nightsweep.driver.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * A run in one file, of any Hadoop file system, as {@link BundleWriter} made it. Files are read from it one by one as they
 * are asked for, and each is held against its checksum. Any number of threads may use it.
 */
public final class Bundle {
    /** Of a manifest: those of a million files. */
    private static final int MOST_MANIFEST_BYTES = 1 << 28;

    private final Path path;
    private final FileSystem system;
    private final String sweep;
    private final List<BundledData> data;
    private final Map<String, BundledFile> files = new LinkedHashMap<>();

    private Bundle(Path path, FileSystem system, Manifest manifest) {
        this.path = path;
        this.system = system;
        this.sweep = manifest.sweep();
        this.data = manifest.data();
        manifest.files().forEach(file -> files.put(file.name(), file));
    }

    /**
     * Opens a bundle.
     *
     * @throws IOException if the file is none, or was cut off or changed: the message is a sentence that says so
     */
    public static Bundle open(Path path, FileSystem system) throws IOException {
        long length = system.getFileStatus(path).getLen();
        byte[] end =
                length < Trailer.LENGTH ? new byte[0] : bytes(path, system, length - Trailer.LENGTH, Trailer.LENGTH);
        Optional<Trailer> trailer = Trailer.of(end);
        if (trailer.isEmpty()) {
            throw new IOException(
                    Trailer.ofOtherVersion(end)
                            ? "Cannot read " + label(path) + ": another version of Nightsweep made this bundle."
                            : "Cannot read " + label(path) + " as a run: it is a file, and no bundle that nightsweep"
                                    + " bundle wrote, or one that was cut off. Name a run directory or a bundle.");
        }
        try {
            BundledFile manifest = new BundledFile(
                    Manifest.NAME,
                    trailer.get().at(),
                    trailer.get().packed(),
                    MOST_MANIFEST_BYTES,
                    trailer.get().sha256());
            refuseBeyond(manifest, length);
            byte[] json = unpacked(bytes(path, system, manifest.at(), (int) manifest.packed()), manifest);
            Manifest found = Manifest.of(new String(json, StandardCharsets.UTF_8));
            for (BundledFile file : found.files()) {
                refuseBeyond(file, length);
            }
            return new Bundle(path, system, found);
        } catch (IllegalArgumentException e) {
            throw damaged(path, String.valueOf(e.getMessage()), e);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** The name of its sweep. */
    public String sweep() {
        return sweep;
    }

    /** What its trials were trained on. */
    public List<BundledData> data() {
        return data;
    }

    /** The names of its files, in the order in which they stand. */
    public Collection<String> names() {
        return files.keySet();
    }

    /** How long a file is; empty where there is none of that name. */
    public Optional<Long> length(String name) {
        return Optional.ofNullable(files.get(name)).map(BundledFile::bytes);
    }

    /**
     * What a file holds; empty where there is none of that name.
     *
     * @throws IOException if it is not as it was when it was bundled: the message is a sentence that says so
     */
    public Optional<byte[]> bytes(String name) throws IOException {
        BundledFile file = files.get(name);
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(unpacked(bytes(path, system, file.at(), (int) file.packed()), file));
        } catch (IllegalArgumentException e) {
            throw damaged(path, String.valueOf(e.getMessage()), e);
        }
    }

    /** That it is not written to, and what to do. */
    public String readOnly() {
        String label = label(path);
        return label + " is a bundle, which is only read. Unpack it and name the folder: unzip " + label
                + " makes the folder " + sweep + ".";
    }

    private static byte[] bytes(Path path, FileSystem system, long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        try (FSDataInputStream in = system.open(path)) {
            in.readFully(at, bytes);
        }
        return bytes;
    }

    private static void refuseBeyond(BundledFile file, long length) {
        if (file.at() > length - file.packed()) {
            throw new IllegalArgumentException("\"" + file.name() + "\" would stand beyond its end.");
        }
    }

    /** @throws IllegalArgumentException if that is not what was packed */
    private static byte[] unpacked(byte[] packed, BundledFile file) {
        boolean manifest = file.name().equals(Manifest.NAME);
        long room = Runtime.getRuntime().maxMemory() / 2;
        if (!manifest && file.bytes() > room) {
            throw new IllegalArgumentException("\"" + file.name() + "\" takes " + file.bytes()
                    + " bytes, more than half of Java's heap. Give it more: NIGHTSWEEP_JAVA_OPTS=-Xmx4g in the"
                    + " environment of the launcher.");
        }
        byte[] content = inflated(packed, file);
        if ((!manifest && content.length != file.bytes()) || !Sha256.of(content).equals(file.sha256())) {
            throw changed(file, null);
        }
        return content;
    }

    private static byte[] inflated(byte[] packed, BundledFile file) {
        Inflater inflater = new Inflater(true);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] part = new byte[1 << 16];
        try {
            inflater.setInput(packed);
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if ((count == 0 && !inflater.finished()) || content.size() + (long) count > file.bytes()) {
                    throw changed(file, null);
                }
                content.write(part, 0, count);
            }
            return content.toByteArray();
        } catch (DataFormatException e) {
            throw changed(file, e);
        } finally {
            inflater.end();
        }
    }

    private static IllegalArgumentException changed(BundledFile file, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "\"" + file.name() + "\" in it is not what was bundled: it was changed or damaged on its way.", cause);
    }

    private static IOException damaged(Path path, String problem, Exception cause) {
        return new IOException("Cannot read " + label(path) + ": " + problem, cause);
    }

    private static String label(Path path) {
        return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
    }
}
