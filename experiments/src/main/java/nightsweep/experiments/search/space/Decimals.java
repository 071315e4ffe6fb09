package nightsweep.experiments.search.space;

import java.math.BigDecimal;
import java.util.Optional;

/** Decimal numbers as text that every YAML and JSON reader takes for the same number. */
final class Decimals {
    private static final int LEAST_PLAIN_EXPONENT = -5;
    private static final int MOST_PLAIN_EXPONENT = 15;
    /** Beyond, a number is no more than a way to fill memory. */
    private static final int MOST_EXPONENT = 400;

    private Decimals() {}

    /** The number that {@code text} is, where it is one. */
    static Optional<BigDecimal> number(String text) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return Math.abs((long) number.precision() - number.scale()) > MOST_EXPONENT
                    ? Optional.empty()
                    : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The one text of a number: {@code 0.00015}, {@code 128}, {@code 2.5e-8}. */
    static String text(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal bare = number.stripTrailingZeros();
        int exponent = bare.precision() - bare.scale() - 1;
        if (exponent >= LEAST_PLAIN_EXPONENT && exponent <= MOST_PLAIN_EXPONENT) {
            return bare.toPlainString();
        }
        // With a point and a sign: without them YAML 1.1 reads a word.
        String mantissa = bare.movePointLeft(exponent).toPlainString();
        return mantissa + (mantissa.contains(".") ? "" : ".0") + (exponent < 0 ? "e" : "e+") + exponent;
    }
}
