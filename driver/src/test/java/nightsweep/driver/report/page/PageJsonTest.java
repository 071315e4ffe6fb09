package nightsweep.driver.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageJsonTest {
    private record Shown(double figure) {}

    @ParameterizedTest
    @CsvSource({
        "0.1234567, 0.123457",
        "2048.8635012, 2048.8635",
        "-16881.7060449, -16881.70604",
        "10.000001, 1E+1",
        "0.0000012345678, 0.00000123457",
        "12345678901.5, 1.23457E+10",
        "1e300, 1E+300",
        "NaN, null",
        "Infinity, null",
    })
    void keepsTheDigitsThatAreShown(double figure, String written) {
        assertThat(PageJson.text(new Shown(figure))).isEqualTo("{\"figure\":" + written + "}");
    }
}
