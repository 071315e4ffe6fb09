package nightsweep.worker.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckpointScheduleTest {
    @Test
    void isDueAfterAnEpochOnceASecondHasPassed() {
        CheckpointSchedule schedule = new CheckpointSchedule(5_000);

        assertThat(schedule.dueAfterEpoch(5_999)).isFalse();
        assertThat(schedule.dueAfterEpoch(6_000)).isTrue();
        assertThat(schedule.dueWithinEpoch(64_999)).isFalse();
        assertThat(schedule.dueWithinEpoch(65_000)).isTrue();
    }

    @Test
    void leavesFiftyTimesTheCostButNeverMoreThanAMinute() {
        CheckpointSchedule schedule = new CheckpointSchedule(0);

        schedule.kept(1_000, 1_100);

        assertThat(schedule.dueAfterEpoch(6_099)).isFalse();
        assertThat(schedule.dueAfterEpoch(6_100)).isTrue();

        schedule.kept(7_000, 10_000);

        assertThat(schedule.dueAfterEpoch(69_999)).isFalse();
        assertThat(schedule.dueAfterEpoch(70_000)).isTrue();
    }
}
