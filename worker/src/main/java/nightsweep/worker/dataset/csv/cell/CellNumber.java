package nightsweep.worker.dataset.csv.cell;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nightsweep.experiments.dataset.NumberForm;

/** The number in a cell, or what is there instead. */
public final class CellNumber {
    private static final Set<String> MISSING = Set.of("na", "n/a", "nan", "null", "none", "?", "-", "nil", "missing");
    private static final Set<String> TRUTHS = Set.of("true", "false", "yes", "no");
    /** What spreadsheets and typesetting make of a minus. */
    private static final String MINUSES = "\u2212\u2013\u2012\u2010\u2011\uFE63\uFF0D";

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[0-9]{1,3}([,' \u00a0\u2019][0-9]{3})+(\\.[0-9]*)?");
    private static final Pattern WITH_THOUSANDS =
            Pattern.compile("[+-]?(0(,000)+|[1-9][0-9]{0,2}(,[0-9]{3})+)(\\.[0-9]*)?");
    private static final Pattern POINTS_BETWEEN = Pattern.compile("[+-]?(0(\\.000)+|[1-9][0-9]{0,2}(\\.[0-9]{3})+)");
    private static final Pattern WITH_DECIMAL_COMMA =
            Pattern.compile("[+-]?([0-9]*|[1-9][0-9]{0,2}(\\.[0-9]{3})+),[0-9]+([eE][+-]?[0-9]+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9.]*,[0-9]+([eE][+-]?[0-9]+)?");

    /** Numbers as people write them for each other: with signs, marks and units that do not go with arithmetic. */
    private static final Pattern OTHER_WORDS = Pattern.compile("[+-]?[0-9][0-9.,'\u00a0\u2019 ]*([eE][+-]?[0-9]+)? ?%?"
            + "|[" + MINUSES + "][0-9][0-9.,]*|[0-9+.eE-]+[;|\t].*");

    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,4}):([0-5][0-9]):([0-5][0-9](?:\\.[0-9]+)?)");
    private static final Pattern ANY_CLOCK =
            Pattern.compile("[0-9]{1,4}:[0-5][0-9](:[0-5][0-9]([.,][0-9]+)?)?( ?[AaPp][Mm])?");

    /** Of which nothing more is known. */
    private static final String NO_NUMBER = "is not a finite number";

    private CellNumber() {}

    /** Whether {@code text} is a number within the range of single precision, as tables write them. */
    public static boolean is(String text) {
        // Java reads NaN, Infinity, 1f, 1d and 0x1p3 as numbers; in a table they are slips.
        return NUMBER.matcher(text).matches() && Math.abs(Double.parseDouble(text)) <= Float.MAX_VALUE;
    }

    /** Whether it is a number that is not whole. */
    public static boolean hasFraction(String text) {
        return is(text) && Double.parseDouble(text) != Math.rint(Double.parseDouble(text));
    }

    /**
     * The number in {@code text}, which has a sign; not a number where there is none that is written so.
     *
     * @param sign of money or per cent; empty for none
     */
    public static double of(String text, NumberForm form, String sign) {
        if (sign.isEmpty()) {
            return of(text, form);
        }
        return Sign.of(text).equals(sign) ? of(Sign.without(text), form) : Double.NaN;
    }

    /** The number in {@code text}; not a number where there is none that is written so. */
    public static double of(String text, NumberForm form) {
        String plain = switch (form) {
            case CLOCK -> "";
            case PLAIN -> text;
            case PER_CENT ->
                text.endsWith("%") ? text.substring(0, text.length() - 1).stripTrailing() : "";
            case THOUSANDS -> WITH_THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
            case DECIMAL_COMMA -> isSurelyBetween(text) ? withPoint(text) : text.indexOf('.') < 0 ? text : "";
            case DECIMAL_COMMA_AND_POINT ->
                isSurelyBetween(text) || POINTS_BETWEEN.matcher(text).matches()
                        ? withPoint(text)
                        : text.indexOf('.') < 0 ? text : "";
        };
        if (form == NumberForm.CLOCK) {
            return seconds(text);
        }
        return is(plain) ? Double.parseDouble(plain) : Double.NaN;
    }

    private static double seconds(String text) {
        Matcher parts = CLOCK.matcher(text);
        return parts.matches()
                ? 3600 * Double.parseDouble(parts.group(1))
                        + 60 * Double.parseDouble(parts.group(2))
                        + Double.parseDouble(parts.group(3))
                : Double.NaN;
    }

    /** Whether it is a time of a day or a duration. */
    public static boolean isClock(String text) {
        return ANY_CLOCK.matcher(text).matches();
    }

    /** Whether a comma stands before decimals, or points can only stand between thousands. */
    private static boolean isSurelyBetween(String text) {
        return WITH_DECIMAL_COMMA.matcher(text).matches()
                || (POINTS_BETWEEN.matcher(text).matches()
                        && (text.indexOf('.') != text.lastIndexOf('.') || isZero(text)));
    }

    private static boolean isZero(String text) {
        return text.chars().noneMatch(c -> c >= '1' && c <= '9');
    }

    private static String withPoint(String text) {
        return text.replace(".", "").replace(',', '.');
    }

    /** Whether a comma can only stand before decimals. */
    static boolean isDecimalComma(String text) {
        return WITH_DECIMAL_COMMA.matcher(text).matches()
                && !WITH_THOUSANDS.matcher(text).matches();
    }

    /** Whether a point can only stand before decimals, and commas between thousands. */
    static boolean isDecimalPoint(String text) {
        return text.indexOf('.') > text.indexOf(',')
                && WITH_THOUSANDS.matcher(text).matches();
    }

    /** Why {@code text} is no number, to follow the name of its column. */
    public static String objection(String text) {
        if (text.isBlank()) {
            return " is empty: fill it in, or leave the row out";
        }
        return ": \"" + (text.length() > 60 ? text.substring(0, 60) + "..." : text) + "\" " + reason(text);
    }

    /** Whether {@code text} is no number in other words either: a value of a category, or a name. */
    static boolean isText(String text) {
        return !NUMBER.matcher(text).matches()
                && !OTHER_WORDS.matcher(text).matches()
                && !isClock(text)
                && Sign.of(text).isEmpty();
    }

    /** Whether nothing more is known of {@code text} than that it is no number. */
    public static boolean isUnknown(String text) {
        return reason(text).equals(NO_NUMBER);
    }

    /** The same without the text: one for all that are wrong in the same way. */
    public static String reason(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        if (MISSING.contains(small)) {
            return "is not a finite number but stands for a missing one: fill it in, or leave the row out";
        }
        if (TRUTHS.contains(small)) {
            return "is not a finite number: write 1 and 0";
        }
        if (is(text)) {
            return "is not written as the other numbers of its column are: write it as they are";
        }
        if (NUMBER.matcher(text).matches()) {
            return "is not a finite number in single precision, which goes to 3.4e38: use another unit";
        }
        if (THOUSANDS.matcher(text).matches()) {
            return "is not a finite number: write it without separators of thousands, and decimals with a point, or say"
                    + " decimals: point, or comma";
        }
        if (DECIMAL_COMMA.matcher(text).matches()) {
            return "is not a finite number: write decimals with a point, since a comma may as well separate thousands, or say"
                    + " decimals: comma";
        }
        if (text.chars().anyMatch(c -> MINUSES.indexOf(c) >= 0)) {
            return "is not a finite number: write its minus as -";
        }
        if (text.endsWith("%")) {
            return "is not a finite number: leave the per cent sign out";
        }
        if (!Sign.of(text).isEmpty()) {
            return "is not a finite number: leave the sign of money out, unless each number of the column has the same";
        }
        if (text.matches("[0-9+.eE-]+[;|\t].*")) {
            return "is not a finite number: separate cells by commas, and write decimals with a point";
        }
        return NO_NUMBER;
    }
}
