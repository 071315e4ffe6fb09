package nightsweep.driver.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {
    @ParameterizedTest
    @CsvSource({
        "0, under 1 s",
        "999, under 1 s",
        "1000, 1 s",
        "90000, 90 s",
        "119499, 119 s",
        "119500, 2 min",
        "3569999, 59 min",
        "3570000, 1 h 0 min",
        "12000000, 3 h 20 min"
    })
    void roundsToWhatAnEstimateDeserves(double millis, String text) {
        assertThat(TimeSpan.text(millis)).isEqualTo(text);
    }
}
