package nightsweep.worker.dataset.csv.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sign of money or per cent at a number, as people write it: {@code $1,234.50}, {@code -$3}, {@code 12,07 EUR}, {@code 7 %}. */
final class Sign {
    private static final String MONEY =
            "\\p{Sc}|[A-Z]{1,3}\\$|USD|EUR|GBP|CHF|JPY|CNY|INR|AUD|CAD|SEK|NOK|DKK|PLN|CZK|HUF|TRY|BRL|MXN|ZAR|KRW|IRR";
    private static final Pattern SIGNED = Pattern.compile(
            "([+-]?)(?:(" + MONEY + ")[ \u00a0]?)?([+-]?)([0-9.,][0-9.,']*)(?:[ \u00a0]?(" + MONEY + "|%))?");
    private static final int BEFORE = 2;
    private static final int MINUS_BEHIND = 3;
    private static final int NUMBER = 4;
    private static final int BEHIND = 5;

    /** Longer texts are no numbers. */
    private static final int MOST_CHARACTERS = 60;

    private Sign() {}

    /** The sign of a text; empty where it is no number that has one, or has two. */
    static String of(String text) {
        Matcher parts = SIGNED.matcher(text);
        if (text.length() > MOST_CHARACTERS
                || !parts.matches()
                || (!parts.group(1).isEmpty() && !parts.group(MINUS_BEHIND).isEmpty())) {
            return "";
        }
        String before = parts.group(BEFORE) == null ? "" : parts.group(BEFORE);
        String behind = parts.group(BEHIND) == null ? "" : parts.group(BEHIND);
        return before.isEmpty() || behind.isEmpty() ? before + behind : "";
    }

    /** A text without its sign; as it is where it has none. */
    static String without(String text) {
        Matcher parts = SIGNED.matcher(text);
        return !of(text).isEmpty() && parts.matches()
                ? parts.group(1) + parts.group(MINUS_BEHIND) + parts.group(NUMBER)
                : text;
    }
}
