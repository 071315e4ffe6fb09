package nightsweep.worker.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers rounded to seven significant digits, half up, without zeros at their ends. Curves have many of them, so those of
 * usual sizes are rounded in double precision, wherever that cannot differ from exact arithmetic.
 */
final class SevenDigits {
    private static final MathContext DIGITS = new MathContext(7);
    private static final int COUNT = 7;
    private static final long LEAST = 1_000_000;
    private static final long LIMIT = 10_000_000;

    /** Powers of ten that are doubles without rounding. */
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};

    /** Far more than two roundings of numbers up to {@link #LIMIT} can be wrong by, and far less than matters. */
    private static final double DOUBT = 1e-6;

    private SevenDigits() {}

    /** @param number finite */
    static String text(double number) {
        double size = Math.abs(number);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-5 || size >= LIMIT) {
            return exact(number);
        }
        // As many digits behind the point as make seven in all.
        int scale = 0;
        while (size * POWERS[scale] < LEAST) {
            scale++;
        }
        double scaled = size * POWERS[scale];
        long whole = (long) scaled;
        double rest = scaled - whole;
        if (Math.abs(rest - 0.5) < DOUBT || LIMIT - scaled < 1 || (scaled - LEAST < DOUBT && rest > 0)) {
            return exact(number);
        }
        return plain(number < 0, rest < 0.5 ? whole : whole + 1, scale);
    }

    private static String plain(boolean negative, long digits, int scale) {
        long left = digits;
        int behind = scale;
        while (behind > 0 && left % 10 == 0) {
            left /= 10;
            behind--;
        }
        String text = Long.toString(left);
        StringBuilder plain = new StringBuilder(COUNT + 6);
        if (negative) {
            plain.append('-');
        }
        if (behind == 0) {
            return plain.append(text).toString();
        }
        int before = text.length() - behind;
        if (before > 0) {
            return plain.append(text, 0, before)
                    .append('.')
                    .append(text, before, text.length())
                    .toString();
        }
        return plain.append("0.").append("0".repeat(-before)).append(text).toString();
    }

    private static String exact(double number) {
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.toPlainString() : rounded.toString();
    }
}
