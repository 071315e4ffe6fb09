package nightsweep.benchmark.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nightsweep.driver.schedule.Agenda;
import nightsweep.driver.schedule.FanOut;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import org.junit.jupiter.api.Test;

class VirtualJobsTest {
    private static final String SWEEP = """
            name: night
            dataset: {name: xor, train: 10, test: 10}
            network:
              - output: {units: 2, loss: cross-entropy}
            training: {epochs: 1, batch-size: 10, learning-rate: 0.1}
            repeats: 5000
            """;

    @Test
    void endsEachTrialOnceHoweverManyExecutorsAreLost() throws Exception {
        List<Trial> trials = SweepFile.parse(SWEEP, "night").trials();

        List<Integer> first = night(trials);
        List<Integer> second = night(trials);

        assertThat(first).hasSize(trials.size()).doesNotHaveDuplicates().isEqualTo(second);
    }

    private static List<Integer> night(List<Trial> trials) throws Exception {
        VirtualJobs jobs = new VirtualJobs(400, 0.5, 3);
        List<Integer> ended = new ArrayList<>();
        new FanOut(jobs, 1_000)
                .run(Agenda.of(List.of(), trials), one -> ended.add(one.trial().number()));

        assertThat(jobs.lostExecutors()).isGreaterThan(10);
        assertThat(jobs.nanoTime()).isPositive();
        return ended;
    }
}
