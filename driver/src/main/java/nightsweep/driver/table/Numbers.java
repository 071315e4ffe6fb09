package nightsweep.driver.table;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * How the scores of a column read on screen.
 *
 * @param decimals places after the point, 0 or more
 */
public record Numbers(int decimals, Sign sign) {
    /** From here on a number is written with an exponent, so that one diverging loss does not widen its column. */
    private static final double WIDE = 1e7;

    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double LARGEST_PLAIN = 1e15;

    /** Within these, Schubfach's way (Giulietti 2020, The Schubfach way to render doubles) writes the same text. */
    private static final double SMALLEST_QUICK = 1e-3;

    private static final double LARGEST_QUICK = 1e7;
    private static final double COARSE = 1 << 20;
    private static final int SURE_DIGITS = 15;
    private static final int ENOUGH_DIGITS = 17;

    /** Which numbers carry a sign. */
    public enum Sign {
        NEGATIVE,
        ALWAYS
    }

    /** Rounded to {@code decimals}, half up. */
    public String round(double value) {
        if (Double.isInfinite(value)) {
            return exact(value);
        }
        String plus = sign == Sign.ALWAYS && value > 0 ? "+" : "";
        if (Math.abs(value) >= WIDE) {
            return plus + String.format(Locale.ROOT, "%.3e", value);
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("-", "") : plus + text;
    }

    /**
     * The fewest digits that name {@code value} among all doubles, always with a point or an exponent, such as
     * {@code 0.1}, {@code 1.0} or {@code 1E-9}; {@code inf} and {@code -inf} where infinite. {@code Double.toString} is
     * not it: before JDK 19 it gives more digits than needed for some numbers, so files would depend on the JVM.
     */
    public static String exact(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return "0.0";
        }
        double magnitude = Math.abs(value);
        if (magnitude >= SMALLEST_QUICK && magnitude < LARGEST_QUICK && !coarse(value)) {
            return NumberOutput.toString(value, true);
        }
        BigDecimal shortest = shortest(value);
        boolean plain = magnitude >= SMALLEST_PLAIN && magnitude < LARGEST_PLAIN;
        String text = plain ? shortest.toPlainString() : shortest.toString();
        return text.indexOf('.') < 0 && text.indexOf('E') < 0 ? text + ".0" : text;
    }

    /**
     * Whether it has so few binary places that it may lie halfway between two decimal numbers, which are then not rounded
     * alike everywhere. Powers of two, whose neighbours are not equally far, are among them.
     */
    private static boolean coarse(double value) {
        double places = value * COARSE;
        return places == Math.rint(places);
    }

    private static BigDecimal shortest(double value) {
        BigDecimal whole = new BigDecimal(value);
        BigDecimal digits = whole;
        for (int precision = SURE_DIGITS; precision <= ENOUGH_DIGITS; precision++) {
            digits = whole.round(new MathContext(precision));
            if (digits.doubleValue() == value) {
                break;
            }
        }
        return digits.stripTrailingZeros();
    }
}
