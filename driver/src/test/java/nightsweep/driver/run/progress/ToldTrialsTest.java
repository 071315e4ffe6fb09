package nightsweep.driver.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.store.TrialStore;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToldTrialsTest {
    private static final List<TrialId> OPEN = IntStream.range(0, 30)
            .mapToObj(i -> new TrialId(String.format(Locale.ROOT, "t-%012x", i)))
            .toList();

    @TempDir
    private Path folder;

    private long now = 1_000_000;

    private static Set<TrialId> first(int from) {
        return new LinkedHashSet<>(OPEN.subList(from, from + 10));
    }

    private static RunningTrial trial(int number, int epoch, double loss) {
        return new RunningTrial(OPEN.get(number), 1, "node", epoch, 9, 5, 6, loss);
    }

    @Test
    void readsWhatWorkersToldNoMoreOftenThanTheyTell() throws IOException {
        InstantSource clock = () -> Instant.ofEpochMilli(now);
        TrialStore trials = new TrialStore(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration());
        ToldTrials told = new ToldTrials(trials, clock);
        trials.tell(trial(1, 2, 0.5));
        trials.tell(trial(0, 1, Double.NaN));
        trials.tell(trial(25, 1, 1));

        assertThat(told.now(first(0))).containsExactly(trial(0, 1, Double.NaN), trial(1, 2, 0.5));

        trials.tell(trial(1, 3, 0.25));
        now += 1_000;
        assertThat(told.now(first(1))).containsExactly(trial(1, 2, 0.5));
        now += 2_000;
        assertThat(told.now(first(1))).containsExactly(trial(1, 3, 0.25));
    }
}
