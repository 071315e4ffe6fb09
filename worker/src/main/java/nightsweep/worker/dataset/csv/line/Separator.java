package nightsweep.worker.dataset.csv.line;

import java.util.List;
import java.util.Optional;

/** What the cells of a line are apart by: a comma, or what the first line has instead. */
public final class Separator {
    private static final char USUAL = ',';
    private static final List<Character> OTHERS = List.of(';', '\t', '|');

    private Separator() {}

    /** The separator of a table. */
    public static char of(String firstLine) {
        Quotes quotes = new Quotes();
        String bare = firstLine
                .chars()
                .filter(character -> quotes.passes((char) character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (bare.indexOf(USUAL) >= 0) {
            return USUAL;
        }
        char most = USUAL;
        long count = 0;
        for (char other : OTHERS) {
            long found = bare.chars().filter(c -> c == other).count();
            if (found > count) {
                most = other;
                count = found;
            }
        }
        return most;
    }

    /** Whether cells may be apart by it. */
    static boolean is(char character) {
        return character == USUAL || OTHERS.contains(character);
    }

    /** How a table was read, where its cells are not apart as usual. */
    public static Optional<String> note(String apart, String location) {
        return apart.equals(name(USUAL))
                ? Optional.empty()
                : Optional.of("In " + location + " cells are apart by " + apart
                        + ": the separator is the one in its first line, which has no commas.");
    }

    /** In words. */
    public static String name(char separator) {
        return switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '|' -> "bars";
            default -> "tabs";
        };
    }
}
