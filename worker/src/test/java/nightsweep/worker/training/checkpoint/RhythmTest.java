package nightsweep.worker.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RhythmTest {
    @Test
    void isDueAfterAnEpochOnceASecondHasPassed() {
        Rhythm rhythm = new Rhythm(5_000);

        assertThat(rhythm.dueAfterEpoch(5_999)).isFalse();
        assertThat(rhythm.dueAfterEpoch(6_000)).isTrue();
        assertThat(rhythm.dueWithinEpoch(64_999)).isFalse();
        assertThat(rhythm.dueWithinEpoch(65_000)).isTrue();
    }

    @Test
    void leavesFiftyTimesTheCostButNeverMoreThanAMinute() {
        Rhythm rhythm = new Rhythm(0);

        rhythm.kept(1_000, 1_100);

        assertThat(rhythm.dueAfterEpoch(6_099)).isFalse();
        assertThat(rhythm.dueAfterEpoch(6_100)).isTrue();

        rhythm.kept(7_000, 10_000);

        assertThat(rhythm.dueAfterEpoch(69_999)).isFalse();
        assertThat(rhythm.dueAfterEpoch(70_000)).isTrue();
    }
}
