package nightsweep.worker.dataset.csv.cell;

import static org.assertj.core.api.Assertions.assertThat;

import nightsweep.experiments.dataset.NumberForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234 | THOUSANDS | 1234",
                "12,345.5 | THOUSANDS | 12345.5",
                "0,500 | THOUSANDS | NaN",
                "0,000 | THOUSANDS | 0",
                "-0,178 | THOUSANDS | NaN",
                "1.234,5 | DECIMAL_COMMA | 1234.5",
                "0,500 | DECIMAL_COMMA | 0.5",
                "0.500 | DECIMAL_COMMA | NaN",
                "0.000 | DECIMAL_COMMA | 0",
                "1.079 | DECIMAL_COMMA | NaN",
                "1.079.000 | DECIMAL_COMMA | 1079000",
                "1.079 | DECIMAL_COMMA_AND_POINT | 1079",
                "0.500 | DECIMAL_COMMA_AND_POINT | NaN",
                "0.209,5 | DECIMAL_COMMA | NaN",
                "12 % | PER_CENT | 12",
                "12 | PER_CENT | NaN",
            })
    void isReadAsItsColumnIsWritten(String cell, NumberForm form, Double number) {
        assertThat(Double.valueOf(CellNumber.of(cell, form))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$1,234.50 | THOUSANDS | $ | 1234.5",
                "-$3 | PLAIN | $ | -3",
                "$-3 | PLAIN | $ | -3",
                "-$-3 | PLAIN | $ | NaN",
                "$3 | PLAIN | £ | NaN",
                "3 | PLAIN | $ | NaN",
                "$3 USD | PLAIN | $ | NaN",
                "12,07 EUR | DECIMAL_COMMA | EUR | 12.07",
                "1.234,50 € | DECIMAL_COMMA | € | 1234.5",
                "70,5 % | DECIMAL_COMMA | % | 70.5",
                "1:05:33 | CLOCK | '' | 3933",
                "0:00:00.25 | CLOCK | '' | 0.25",
                "1:65:33 | CLOCK | '' | NaN",
                "1:05 | CLOCK | '' | NaN",
            })
    void isReadWithItsSign(String cell, NumberForm form, String sign, Double number) {
        assertThat(Double.valueOf(CellNumber.of(cell, form, sign))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0,178 | true", "0,000 | false", "1,178 | false", "12,5 | true", "1.234,5 | true"})
    void hasACommaThatCanOnlyStandBeforeDecimals(String cell, boolean sure) {
        assertThat(CellNumber.isDecimalComma(cell)).isEqualTo(sure);
    }
}
