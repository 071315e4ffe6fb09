package nightsweep.worker.dataset.csv.line;

import java.util.Comparator;
import java.util.List;

/** What the cells of a line are apart by: a comma, or what the first line has instead. */
public final class Separator {
    static final char USUAL = ',';
    private static final List<Character> OTHERS = List.of(';', '\t', '|');

    private Separator() {}

    /** The separator of a table. */
    public static char of(String firstLine) {
        String bare = bare(firstLine);
        if (bare.indexOf(USUAL) >= 0) {
            return USUAL;
        }
        char most = USUAL;
        long count = 0;
        for (char other : OTHERS) {
            long found = count(other, bare);
            if (found > count) {
                most = other;
                count = found;
            }
        }
        return most;
    }

    /**
     * The separator of a table, by some of its first lines: the one of the first, unless that has commas which are not as many in
     * each line, or stand between digits only, beside another that is as often in each.
     *
     * @param lines each with those that a quoted cell goes on in; one or more
     */
    static char of(List<String> lines) {
        List<String> bare = lines.stream().map(Separator::bare).toList();
        boolean usual =
                lines.size() < 2 || (isSteady(USUAL, bare) && !bare.stream().allMatch(Separator::hasDecimalCommas));
        if (usual) {
            return of(lines.get(0));
        }
        return OTHERS.stream()
                .filter(other -> isSteady(other, bare))
                .max(Comparator.comparingLong(other -> count(other, bare.get(0))))
                .orElseGet(() -> of(lines.get(0)));
    }

    /** Whether each comma stands between digits. */
    private static boolean hasDecimalCommas(String line) {
        for (int at = line.indexOf(USUAL); at >= 0; at = line.indexOf(USUAL, at + 1)) {
            if (at == 0 || at == line.length() - 1 || !isDigit(line.charAt(at - 1)) || !isDigit(line.charAt(at + 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isSteady(char separator, List<String> lines) {
        long wanted = count(separator, lines.get(0));
        return wanted > 0 && lines.stream().allMatch(line -> count(separator, line) == wanted);
    }

    private static long count(char separator, String line) {
        return line.chars().filter(c -> c == separator).count();
    }

    /** A line without its quoted cells. */
    private static String bare(String line) {
        Quotes quotes = new Quotes();
        return line.chars()
                .filter(character -> quotes.passes((char) character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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
