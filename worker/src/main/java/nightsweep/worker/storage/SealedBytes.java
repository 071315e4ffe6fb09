package nightsweep.worker.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Bytes as they stand in a file: the eight characters {@code NSWEEP01}, how many bytes (8, the most significant first),
 * the bytes, and SHA-256 of all of that (32).
 */
public final class SealedBytes {
    private static final byte[] MAGIC = "NSWEEP01".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length + Long.BYTES;
    private static final int HASH = 32;

    private SealedBytes() {}

    public static byte[] sealed(byte[] content) {
        byte[] file = new byte[HEADER + content.length + HASH];
        ByteBuffer.wrap(file).put(MAGIC).putLong(content.length).put(content).put(hash(content));
        return file;
    }

    /**
     * What was sealed.
     *
     * @param where the file's name, for messages
     * @throws DamagedFileException if a single byte is not as it was written
     */
    public static byte[] content(byte[] file, String where) throws DamagedFileException {
        if (file.length < HEADER + HASH || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new DamagedFileException(where, "it was cut off, or Nightsweep did not write it.");
        }
        long length = ByteBuffer.wrap(file, MAGIC.length, Long.BYTES).getLong();
        if (length != file.length - HEADER - HASH) {
            throw new DamagedFileException(
                    where, "it should hold " + length + " bytes, but holds " + (file.length - HEADER - HASH) + ".");
        }
        byte[] content = Arrays.copyOfRange(file, HEADER, file.length - HASH);
        if (!Arrays.equals(hash(content), Arrays.copyOfRange(file, file.length - HASH, file.length))) {
            throw new DamagedFileException(where, "its checksum is that of another content.");
        }
        return content;
    }

    private static byte[] hash(byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(MAGIC);
            digest.update(
                    ByteBuffer.allocate(Long.BYTES).putLong(content.length).array());
            return digest.digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }
}
