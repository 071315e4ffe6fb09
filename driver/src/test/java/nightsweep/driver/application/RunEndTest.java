package nightsweep.driver.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RunEndTest {
    @Test
    void tellsSomeFailedFromAllFailed() {
        assertThat(RunEnd.of(3, 0)).isEqualTo(RunEnd.NONE_FAILED);
        assertThat(RunEnd.of(3, 1)).isEqualTo(RunEnd.SOME_FAILED);
        assertThat(RunEnd.of(3, 3)).isEqualTo(RunEnd.ALL_FAILED);
        assertThatThrownBy(() -> RunEnd.of(3, 4)).hasMessage("failed must be within 0..3, but got 4.");
    }
}
