package nightsweep.worker.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.evaluation.TableFile;
import nightsweep.worker.storage.DamagedFileException;

/**
 * What a trial leaves besides its outcome: named texts in one zip, whose comment is SHA-256 of the trial's id and of all
 * bytes before it. Texts are unpacked one by one as they are asked for.
 */
public final class TrialArchive {
    private static final int COMMENT = 64;
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final byte[] zip;
    private final String where;

    private TrialArchive(byte[] zip, String where) {
        this.zip = zip;
        this.where = where;
    }

    /** The archive of a trial as it stands in a file. */
    static byte[] bytes(TrialId id, List<TableFile> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (TableFile file : files) {
                ZipEntry entry = new ZipEntry(file.name());
                entry.setTimeLocal(ALWAYS);
                out.putNextEntry(entry);
                out.write(file.text().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
            out.setComment("0".repeat(COMMENT));
        } catch (IOException e) {
            throw new AssertionError("Memory is always written.", e);
        }
        byte[] zip = bytes.toByteArray();
        byte[] comment = checksum(id, zip).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(comment, 0, zip, zip.length - COMMENT, COMMENT);
        return zip;
    }

    /**
     * What {@link #bytes} made.
     *
     * @param where the file's name, for messages
     * @throws DamagedFileException if a single byte is another, or it is of another trial
     */
    static TrialArchive of(byte[] zip, TrialId id, String where) throws DamagedFileException {
        boolean whole = zip.length > COMMENT
                && Arrays.equals(
                        checksum(id, zip).getBytes(StandardCharsets.US_ASCII),
                        Arrays.copyOfRange(zip, zip.length - COMMENT, zip.length));
        if (!whole) {
            throw new DamagedFileException(where, "it was cut off or changed, or is of another trial.");
        }
        return new TrialArchive(zip, where);
    }

    /** Everything in it, in the order in which it was written. */
    public List<TableFile> files() {
        List<TableFile> files = new ArrayList<>();
        try (ZipInputStream in = open()) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.add(new TableFile(entry.getName(), text(in)));
            }
        } catch (IOException e) {
            throw unforeseen(e);
        }
        return files;
    }

    /** The text of a name; empty where there is none of it. */
    public Optional<String> text(String name) {
        try (ZipInputStream in = open()) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return Optional.of(text(in));
                }
            }
        } catch (IOException e) {
            throw unforeseen(e);
        }
        return Optional.empty();
    }

    private ZipInputStream open() {
        return new ZipInputStream(new ByteArrayInputStream(zip));
    }

    private static String text(ZipInputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private AssertionError unforeseen(IOException e) {
        return new AssertionError(where + " has the right checksum, and yet is no zip.", e);
    }

    private static String checksum(TrialId id, byte[] zip) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(id.text().getBytes(StandardCharsets.UTF_8));
            digest.update(zip, 0, zip.length - COMMENT);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }
}
