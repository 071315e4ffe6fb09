package nightsweep.benchmark.training;

import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.TrialRunner;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.store.StoredCheckpoints;
import nightsweep.worker.store.TrialStore;
import nightsweep.worker.training.EpochListener;
import nightsweep.worker.training.checkpoint.Checkpoints;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * What checkpoints cost: the headline network trained in turns without and with them, side by side in time, so that both
 * meet the same disturbances.
 */
public final class CheckpointBenchmark {
    private static final long SEED = 42;

    private final Engines engines;
    private final int epochs;
    private final int pairs;

    /**
     * @param epochs of each training
     * @param pairs of trainings, after one training that is not counted
     */
    public CheckpointBenchmark(Engines engines, int epochs, int pairs) {
        this.engines = engines;
        this.epochs = epochs;
        this.pairs = pairs;
    }

    /**
     * Measures and prints every pair, and the ratio of the sums.
     *
     * @param dataHome where a folder {@code mnist} is; digits are drawn where it is empty
     * @param folder where checkpoints are kept
     */
    public void run(Optional<String> dataHome, String folder, PrintStream out)
            throws DataException, IOException, InterruptedException {
        Configuration hadoop = new Configuration();
        DatasetSpec spec = StepBenchmark.dataset(dataHome);
        Dataset dataset = new DatasetLoader(hadoop, dataHome).load(spec, SEED);
        Origin origin = Origin.here("");
        TrialRunner runner = new TrialRunner(engines, origin, InstantSource.system());
        Trial trial = Workload.headline(OptimizerName.ADAM).trial(spec, epochs);
        TrialStore trials = new TrialStore(new Path(folder), hadoop);
        long ignored = millis(runner, trial, dataset, Checkpoints.NONE);
        out.printf("%-6s %12s %12s %8s %12s%n", "pair", "without", "with", "ratio", "checkpoints");
        double without = 0;
        double with = 0;
        for (int pair = 1; pair <= pairs; pair++) {
            Counted kept = new Counted(new StoredCheckpoints(trials, trial.id()));
            long[] millis = new long[2];
            for (int turn = 0; turn < 2; turn++) {
                // Each goes first in every other pair.
                int which = (turn + pair) % 2;
                millis[which] = millis(runner, trial, dataset, which == 0 ? Checkpoints.NONE : kept);
            }
            trials.dropCheckpoint(trial.id());
            without += millis[0];
            with += millis[1];
            out.printf(
                    Locale.ROOT,
                    "%-6d %9d ms %9d ms %8.4f %12d%n",
                    pair,
                    millis[0],
                    millis[1],
                    (double) millis[1] / millis[0],
                    kept.count);
        }
        out.printf(Locale.ROOT, "all    %9.0f ms %9.0f ms %8.4f%n", without, with, with / without);
    }

    private static long millis(TrialRunner runner, Trial trial, Dataset dataset, Checkpoints checkpoints)
            throws InterruptedException {
        long began = System.nanoTime();
        TrialOutcome outcome = runner.attempt(trial, SEED, dataset, EpochListener.NONE, checkpoints)
                .outcome();
        if (!(outcome instanceof TrialOutcome.Completed)) {
            throw new IllegalStateException("The benchmark's trial was to be completed, but ended " + outcome.label());
        }
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** Counts what is kept, and never goes on from it. */
    private static final class Counted implements Checkpoints {
        private final Checkpoints kept;
        private int count;

        Counted(Checkpoints kept) {
            this.kept = kept;
        }

        @Override
        public Optional<byte[]> last() {
            return Optional.empty();
        }

        @Override
        public void keep(byte[] checkpoint) {
            kept.keep(checkpoint);
            count++;
        }
    }
}
