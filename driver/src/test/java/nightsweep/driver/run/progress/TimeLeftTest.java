package nightsweep.driver.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeLeftTest {
    @Test
    void correctsEstimatesByWhatTrialsReallyTook() {
        assertThat(TimeLeft.millis(1_000, 3_000, 4_000, 2)).hasValue(6_000);
        assertThat(TimeLeft.millis(1_000, 0, 4_000, 2)).hasValue(0);
        assertThat(TimeLeft.millis(0, 3_000, 4_000, 2)).isEmpty();
        assertThat(TimeLeft.millis(1_000, 3_000, 4_000, 6)).hasValue(2_000);
        assertThat(TimeLeft.millis(1_000, 3_000, 4_000, 0)).isEmpty();
    }
}
