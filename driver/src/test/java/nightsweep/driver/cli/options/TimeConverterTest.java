package nightsweep.driver.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeConverterTest {
    @ParameterizedTest
    @CsvSource({"90s, 90000", "10m, 600000", "2h, 7200000", "1h30m, 5400000", "1d, 86400000", "250ms, 250"})
    void readsTimesAsPeopleWriteThem(String text, long millis) {
        assertThat(new TimeConverter().convert(text)).hasMillis(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0s", "10", "ten minutes", "-5m", "1.5h", "99999999999s", "10m2h"})
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> new TimeConverter().convert(text))
                .hasMessage("must be a time such as 90s, 10m or 2h, but got " + text + ".");
    }
}
