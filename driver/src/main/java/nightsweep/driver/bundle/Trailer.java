package nightsweep.driver.bundle;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The zip's comment, with which the file ends: where the manifest is. It has always {@value #LENGTH} characters.
 *
 * @param at where the manifest's packed bytes begin
 * @param packed how many they are
 * @param sha256 of the manifest, in hexadecimal digits
 */
record Trailer(long at, long packed, String sha256) {
    static final int LENGTH = 118;

    private static final String BEGINNING = "nightsweep bundle ";
    private static final String VERSION = "1";
    private static final Pattern TEXT =
            Pattern.compile(BEGINNING + VERSION + " ([0-7][0-9a-f]{15}) ([0-7][0-9a-f]{15}) ([0-9a-f]{64})");

    String text() {
        HexFormat digits = HexFormat.of();
        return BEGINNING + VERSION + " " + digits.toHexDigits(at) + " " + digits.toHexDigits(packed) + " " + sha256;
    }

    /** From the last bytes of a file; empty where it does not end so. */
    static Optional<Trailer> of(byte[] end) {
        Matcher text = TEXT.matcher(new String(end, StandardCharsets.ISO_8859_1));
        return text.matches()
                ? Optional.of(new Trailer(
                        HexFormat.fromHexDigitsToLong(text.group(1)),
                        HexFormat.fromHexDigitsToLong(text.group(2)),
                        text.group(3)))
                : Optional.empty();
    }

    /** Whether a file ends as a bundle of another version does. */
    static boolean ofOtherVersion(byte[] end) {
        String text = new String(end, StandardCharsets.ISO_8859_1);
        return text.startsWith(BEGINNING) && !text.startsWith(BEGINNING + VERSION + " ");
    }
}
