package nightsweep.experiments.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The last field of a JSON object that fills a file: SHA-256 of everything before it, so that no byte of the file can be
 * lost or changed unnoticed.
 */
public final class Seal {
    private static final String OPEN_END = "\n}\n";
    private static final String FIELD = ",\n  \"checksum\" : \"sha256-";
    private static final String CLOSE = "\"" + OPEN_END;
    private static final int DIGITS = 64;
    private static final int LENGTH = FIELD.length() + DIGITS + CLOSE.length();

    private Seal() {}

    /**
     * Seals a text.
     *
     * @param json an object of several lines with a line feed at its end
     */
    public static String sealed(String json) {
        if (!json.endsWith(OPEN_END)) {
            throw new IllegalArgumentException("Only an object of several lines can be sealed.");
        }
        String content = json.substring(0, json.length() - OPEN_END.length());
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return content + FIELD + checksum(bytes, bytes.length) + CLOSE;
    }

    /**
     * Looks at the seal of a text.
     *
     * @param text in UTF-8
     * @throws IllegalArgumentException if the seal is missing, or is that of another content
     */
    static void verify(byte[] text) {
        int end = text.length - LENGTH;
        String seal = end < 0 ? "" : new String(text, end, LENGTH, StandardCharsets.UTF_8);
        if (!seal.startsWith(FIELD) || !seal.endsWith(CLOSE)) {
            throw new IllegalArgumentException("it has no checksum at its end: it was cut off or changed, or a version"
                    + " of Nightsweep wrote it that knew of none.");
        }
        String found = seal.substring(FIELD.length(), seal.length() - CLOSE.length());
        if (!found.equals(checksum(text, end))) {
            throw new IllegalArgumentException("its checksum is that of another content: it is damaged.");
        }
    }

    private static String checksum(byte[] content, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }
}
