package nightsweep.driver.cli.init;

import java.util.List;
import java.util.Locale;

/**
 * Data as a sweep file declares them.
 *
 * @param name for a sweep of them
 * @param number whether a number is to be predicted, and no class
 * @param lines of the mapping {@code dataset}, without its validation share and limits
 * @param notes what a person should know of them, in sentences
 */
record FoundData(String name, boolean number, List<String> lines, List<String> notes) {
    private static final String UNKNOWN = "my-data";
    private static final int COMMENTS = 34;

    FoundData {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** Of classes, of which there is nothing to say. */
    FoundData(String name, List<String> lines) {
        this(name, false, lines, List.of());
    }

    /** A line of the declaration with what it means behind it, all of these below each other. */
    static String line(String declaration, String comment) {
        return declaration + " ".repeat(Math.max(2, COMMENTS - declaration.length())) + "# " + comment;
    }

    /** Of a file or folder: its name in small letters, digits and hyphens. */
    static String name(String place) {
        String last = last(place).replaceFirst("(\\.[A-Za-z]{1,5})?(\\.gz)?$", "");
        String name =
                last.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? UNKNOWN : name;
    }

    /** The last part of a path. */
    static String last(String place) {
        String path = place.replaceAll("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A text as it stands in YAML. */
    static String quoted(String text) {
        return text.matches("[A-Za-z/][A-Za-z0-9_./-]*") && !text.matches("(?i)true|false|yes|no|null|on|off|y|n")
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
