package nightsweep.driver.bundle;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One file of a bundle.
 *
 * @param name its path in the run directory, with slashes
 * @param at where its packed bytes begin in the bundle
 * @param packed how many bytes it takes there
 * @param bytes how many it has; 0 to {@value #MOST_BYTES}
 * @param sha256 of these, in hexadecimal digits
 */
record BundledFile(String name, long at, long packed, long bytes, String sha256) {
    /** No file of a run comes near it but networks, and one that does is read as a whole. */
    static final long MOST_BYTES = 1L << 30;

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    BundledFile {
        if (!sound(name)) {
            throw new IllegalArgumentException("the name " + shown(name) + " could lead out of a folder.");
        }
        if (bytes < 0 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException(shown(name) + " would take " + bytes
                    + " bytes, and a file of a run takes at most " + MOST_BYTES + ".");
        }
        if (at < 0 || packed < 0 || packed > MOST_BYTES + MOST_BYTES / 100) {
            throw new IllegalArgumentException(shown(name) + " does not stand where a file can.");
        }
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException(shown(name) + " has no checksum.");
        }
    }

    /** Whether a name is that of a file below a folder, wherever it is unpacked. */
    static boolean sound(String name) {
        return name.chars().noneMatch(one -> one < ' ' || one == '\\' || one == ':' || one == 0x7f)
                && List.of(name.split("/", -1)).stream()
                        .noneMatch(part -> part.isBlank() || part.equals(".") || part.equals(".."));
    }

    private static String shown(String name) {
        return "\"" + name + "\"";
    }
}
