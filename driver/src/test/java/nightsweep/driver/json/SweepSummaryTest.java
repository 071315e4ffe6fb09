package nightsweep.driver.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SweepSummaryTest {
    @Test
    void rejectsTotalsThatDoNotAddUp() {
        assertThat(new SweepSummary.Totals(10, 4, 3, 2, 1).planned()).isEqualTo(10);
        assertThatThrownBy(() -> new SweepSummary.Totals(10, 4, 3, 2, 2))
                .hasMessage("Totals must add up to the 10 planned trials, but they add up to 11.");
    }
}
