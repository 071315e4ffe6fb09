package nightsweep.driver.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/** Outcomes of trials, as a run would have brought them. */
public final class Outcomes {
    private static final Provenance PROVENANCE =
            new Provenance("1", 42, 1, "sum", "fake", "jvm", "os", "cpu", "blas", "dl4j", "spark", "hadoop");
    static final long STARTED = 1_700_000_000_000L;
    private static final Timing TIMING = new Timing("node-1", STARTED, 900, 50, 1_000, 300);

    private Outcomes() {}

    /** Two classes, {@code right} of 100 examples of each recognised. */
    public static Evaluation evaluation(double loss, int right) {
        return new Evaluation(loss, ConfusionMatrix.of(List.of("a", "b"), new long[][] {
            {right, 100 - right}, {100 - right, right}
        }));
    }

    public static TrialOutcome.Completed completed(Trial trial, Evaluation test) {
        return completed(trial, test, Optional.empty(), Optional.empty());
    }

    public static TrialOutcome.Completed completed(Trial trial, double loss, int right) {
        return completed(trial, evaluation(loss, right));
    }

    public static TrialOutcome.Completed completed(
            Trial trial, Evaluation test, Optional<Evaluation> validation, Optional<Evaluation> withDropout) {
        double loss = test.loss();
        List<EpochMetrics> epochs = List.of(
                new EpochMetrics(1, loss * 4, 0.5, Double.NaN, Double.NaN),
                new EpochMetrics(2, loss * 2, 0.75, Double.NaN, Double.NaN));
        return new TrialOutcome.Completed(trial.id(), 1_234, epochs, validation, test, withDropout, PROVENANCE, TIMING);
    }

    /** Stopped after the first of its epochs. */
    public static TrialOutcome.Stopped stopped(Trial trial) {
        int planned = trial.configuration().training().epochs();
        return new TrialOutcome.Stopped(
                trial.id(), 1, planned, List.of(new EpochMetrics(1, 0.5, 0.75, 0.25, 0.875)), PROVENANCE, TIMING);
    }

    public static TrialOutcome.Diverged diverged(Trial trial) {
        return new TrialOutcome.Diverged(trial.id(), 1, 17, List.of(), PROVENANCE, TIMING);
    }

    public static TrialOutcome.Failed failed(Trial trial, String message) {
        return failed(trial, message, STARTED);
    }

    public static TrialOutcome.Failed failed(Trial trial, String message, long startedMillis) {
        Timing timing = new Timing("node-2", startedMillis, 0, 0, 10, 0);
        return new TrialOutcome.Failed(
                trial.id(), FailureReason.OUT_OF_MEMORY, message, "", List.of(), PROVENANCE, timing);
    }

    /** Of each trial an outcome or none: six in nine completed, the others evenly. */
    public static List<TrialOutcome> random(Sweep sweep, long seed) {
        Random random = new Random(seed);
        List<TrialOutcome> outcomes = new ArrayList<>();
        for (Trial trial : sweep.trials()) {
            switch (random.nextInt(9)) {
                case 0 -> outcomes.add(diverged(trial));
                case 1 -> outcomes.add(failed(trial, "no room left"));
                case 2 -> {}
                default -> outcomes.add(random(trial, random));
            }
        }
        return outcomes;
    }

    private static TrialOutcome random(Trial trial, Random random) {
        EvaluationSpec.Dropout dropout = trial.configuration().evaluation().dropout();
        return completed(
                trial,
                randomEvaluation(random),
                trial.configuration().dataset().validated() ? Optional.of(randomEvaluation(random)) : Optional.empty(),
                dropout == EvaluationSpec.Dropout.BOTH ? Optional.of(randomEvaluation(random)) : Optional.empty());
    }

    private static Evaluation randomEvaluation(Random random) {
        List<String> labels = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
        long[][] counts = new long[labels.size()][labels.size()];
        for (long[] row : counts) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextInt(20);
            }
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i][i] += 900;
        }
        return new Evaluation(random.nextDouble(), ConfusionMatrix.of(labels, counts));
    }
}
