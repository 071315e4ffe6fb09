package nightsweep.driver.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    private static final Numbers PLAIN = new Numbers(4, Numbers.Sign.NEGATIVE);
    private static final Numbers SIGNED = new Numbers(4, Numbers.Sign.ALWAYS);

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "1, 1.0",
        "-3, -3.0",
        "100, 100.0",
        "0.30000000000000004, 0.30000000000000004",
        "0.000001, 0.000001",
        "0.0000001, 1E-7",
        "123456789012345, 123456789012345.0",
        "1e15, 1E+15",
        "2e23, 2E+23",
        "-0.0, 0.0",
        "4.9e-324, 4.94065645841247E-324",
        "1.7976931348623157e308, 1.7976931348623157E+308"
    })
    void writesTheFewestDigits(double value, String text) {
        assertThat(Numbers.exact(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void readsBackAsTheSameNumber(int seed) {
        Random random = new Random(seed);

        for (int i = 0; i < 200; i++) {
            double value = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(60) - 30);

            assertThat(Double.parseDouble(Numbers.exact(value))).isEqualTo(value);
            assertThat(digits(Numbers.exact(value))).isLessThanOrEqualTo(digits(Double.toString(value)));
        }
    }

    /** The quick way and the sure one write the same: accuracies, losses, and what lies halfway between two decimals. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void writesTheDigitsThatRoundingTheWholeNumberGives(int seed) {
        Random random = new Random(seed);

        for (int i = 0; i < 5_000; i++) {
            for (double value : new double[] {
                (double) random.nextInt(10_000) / (1 + random.nextInt(10_000)),
                random.nextDouble() * StrictMath.pow(10, random.nextInt(10) - 3),
                random.nextInt(1 << 24) / StrictMath.pow(2, random.nextInt(30))
            }) {
                assertThat(Numbers.exact(value)).isEqualTo(rounded(value));
            }
        }
    }

    private static String rounded(double value) {
        BigDecimal digits = new BigDecimal(value);
        for (int precision = 15; digits.doubleValue() != value || precision == 15; precision++) {
            digits = new BigDecimal(value).round(new MathContext(precision));
        }
        BigDecimal shortest = digits.stripTrailingZeros();
        String text = value == 0 || Math.abs(value) >= 1e-6 ? shortest.toPlainString() : shortest.toString();
        return text.matches("-?[0-9]+") ? text + ".0" : text;
    }

    private static long digits(String number) {
        String mantissa = number.replaceAll("E.*|[-.]", "").replaceAll("^0+|0+$", "");
        return mantissa.length();
    }

    @Test
    void writesInfinity() {
        assertThat(Numbers.exact(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
        assertThat(PLAIN.round(Double.POSITIVE_INFINITY)).isEqualTo("inf");
    }

    @Test
    void roundsHalfUp() {
        assertThat(PLAIN.round(0.95065)).isEqualTo("0.9507");
        assertThat(PLAIN.round(-2.5)).isEqualTo("-2.5000");
        assertThat(PLAIN.round(123456.78)).isEqualTo("123456.7800");
    }

    @Test
    void writesLargeNumbersWithAnExponent() {
        assertThat(PLAIN.round(1.23456e12)).isEqualTo("1.235e+12");
    }

    @Test
    void givesDifferencesASignButNotNothing() {
        assertThat(SIGNED.round(0.0123)).isEqualTo("+0.0123");
        assertThat(SIGNED.round(-0.0123)).isEqualTo("-0.0123");
        assertThat(SIGNED.round(-0.00001)).isEqualTo("0.0000");
        assertThat(SIGNED.round(0.00001)).isEqualTo("0.0000");
    }
}
