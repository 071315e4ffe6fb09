package nightsweep.worker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-1.5, -1.5",
        "0.1, 0.1",
        "0.123456749999, 0.1234567",
        "0.12345675, 0.1234568",
        "0.99999994, 0.9999999",
        "0.99999996, 1",
        "9999999.4, 9999999",
        "9999999.6, 10000000",
        "1500000, 1500000",
        "123456789, 123456800",
        "0.00001, 0.00001",
        "0.00000123456789, 0.000001234568",
        "0.000000123456789, 1.234568E-7",
        "0.5000000000000001, 0.5",
        "1e300, 1"
                + "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                + "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                + "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                + "000",
    })
    void givesSevenDigits(double number, String text) {
        assertThat(CsvText.digits(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void roundsAsExactArithmeticDoes(long seed) {
        Random random = new Random(seed);

        for (int i = 0; i < 2_000; i++) {
            List<Double> numbers = List.of(
                    random.nextDouble(),
                    (double) random.nextFloat(),
                    random.nextInt(1_000) / (double) (1 + random.nextInt(1_000)),
                    (random.nextInt(20_000_000) + 0.5) / 1e7,
                    Math.nextUp((random.nextInt(20_000_000) + 0.5) / 1e7),
                    Math.nextDown(Math.pow(10, random.nextInt(14) - 6)),
                    Math.nextUp(Math.pow(10, random.nextInt(14) - 6)),
                    Math.pow(10, 20 * random.nextDouble() - 10) * (random.nextBoolean() ? 1 : -1));

            assertThat(numbers)
                    .allSatisfy(number -> assertThat(CsvText.digits(number)).isEqualTo(exact(number)));
        }
    }

    private static String exact(double number) {
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(7)).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.toPlainString() : rounded.toString();
    }

    @Test
    void quotesWhatTheStandardWants() throws IOException {
        List<List<String>> rows = List.of(
                List.of("plain", "micro average", "0.5", "-1.5"),
                List.of("", "empty before"),
                List.of("a,b", "say \"no\"", "two\nlines", "a"),
                List.of("ends in blank ", " begins with one", "#x"),
                List.of("-3", "größe", "x/y", "{}"),
                List.of("a", "", "b"));
        CsvText csv = CsvText.withoutHeading();
        List<String> wanted = new ArrayList<>();

        for (List<String> row : rows) {
            csv.row(row.toArray());
            wanted.add(
                    CSVFormat.RFC4180.builder().setRecordSeparator('\n').build().format(row.toArray()));
        }

        assertThat(csv.text()).isEqualTo(String.join("\n", wanted) + "\n");
    }

    @Test
    void leavesOutWhatIsNotFinite() {
        CsvText csv = new CsvText("class", "threshold");
        csv.row("a", Double.POSITIVE_INFINITY);
        csv.row("b", Double.NaN);

        assertThat(csv.text()).isEqualTo("class,threshold\na,\nb,\n");
    }
}
