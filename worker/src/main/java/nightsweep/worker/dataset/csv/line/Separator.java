package nightsweep.worker.dataset.csv.line;

import java.util.List;

/** What the cells of a line are apart by: a comma, or what the first line has instead. */
public final class Separator {
    static final char USUAL = ',';
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

    /** In words. */
    public static String name(char separator) {
        return switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '|' -> "bars";
            case '\t' -> "tabs";
            case ' ' -> "blanks";
            default -> "\"" + separator + "\"";
        };
    }
}
