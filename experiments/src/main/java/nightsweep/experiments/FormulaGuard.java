package nightsweep.experiments;

import java.util.regex.Pattern;

/** What keeps a spreadsheet from running, as a formula, words that came from others: class names, messages. */
public final class FormulaGuard {
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]Infinity");

    private FormulaGuard() {}

    /** The words as they go into a cell: behind an apostrophe where they begin as a formula does, and are no number. */
    public static String harmless(String words) {
        boolean formula = words.length() > 1 && FORMULA_STARTS.indexOf(words.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(words).matches() ? "'" + words : words;
    }
}
