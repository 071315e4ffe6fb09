package nightsweep.benchmark.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nightsweep.experiments.json.OutcomeFile;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.LayerMetrics;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.TrialId;

/**
 * Outcomes that no trial came to, of the size of those of digits after {@value #EPOCHS} epochs: one in a hundred diverged,
 * one in two hundred failed. The same id has the same outcome.
 */
final class StandInOutcomes {
    private static final int EPOCHS = 15;
    private static final int CLASSES = 10;
    private static final int VALIDATED = 30;
    private static final int TESTED = 100;
    private static final int ONE_IN = 200;
    private static final long TRAINED_MILLIS = 60_000;
    private static final long STARTED_MILLIS = 1_767_323_045_000L;

    private static final Provenance PROVENANCE = new Provenance(
            "0.1",
            5,
            7,
            "",
            "fused",
            "OpenJDK 17.0.12",
            "Linux 6.1 amd64",
            "a processor",
            "none",
            "M2.1",
            "3.5.5",
            "3.3.4");

    private StandInOutcomes() {}

    /** The file of a trial's outcome. */
    static String text(TrialId id) {
        return OutcomeFile.write(of(id));
    }

    private static TrialOutcome of(TrialId id) {
        Random random = new Random(id.text().hashCode());
        Timing timing =
                new Timing("node" + random.nextInt(1_000), STARTED_MILLIS, TRAINED_MILLIS, 2_000, 62_000, 9_000);
        double skill = 0.5 + random.nextDouble() / 2;
        int kind = random.nextInt(ONE_IN);
        if (kind == 0) {
            return new TrialOutcome.Failed(
                    id, FailureReason.OUT_OF_MEMORY, "Java heap space", "", List.of(), PROVENANCE, timing);
        }
        if (kind <= 2) {
            return new TrialOutcome.Diverged(id, 3, 27, 1e30, epochs(random, skill, 2), PROVENANCE, timing);
        }
        return new TrialOutcome.Completed(
                id,
                50_890,
                epochs(random, skill, EPOCHS),
                Optional.of(evaluation(random, skill, VALIDATED)),
                evaluation(random, skill, TESTED),
                Optional.empty(),
                PROVENANCE,
                timing);
    }

    private static List<EpochMetrics> epochs(Random random, double skill, int count) {
        List<EpochMetrics> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= count; epoch++) {
            double loss = (1 - skill) * 4 / epoch + random.nextDouble() / 100;
            epochs.add(new EpochMetrics(
                    epoch,
                    loss,
                    skill * random.nextDouble(),
                    loss + random.nextDouble() / 10,
                    skill * random.nextDouble(),
                    List.of(
                            new LayerMetrics("dense 1", random.nextDouble(), 20 * random.nextDouble(), 64, 0),
                            new LayerMetrics("output", random.nextDouble(), 5 * random.nextDouble(), CLASSES, 0))));
        }
        return epochs;
    }

    private static Evaluation evaluation(Random random, double skill, int examples) {
        long[][] counts = new long[CLASSES][CLASSES];
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            labels.add(Integer.toString(i));
            long right = Math.round(examples * Math.min(1, skill + random.nextGaussian() / 20));
            counts[i][i] = right;
            counts[i][(i + 1 + random.nextInt(CLASSES - 1)) % CLASSES] = examples - right;
        }
        return new Evaluation(1 - skill + random.nextDouble() / 10, ConfusionMatrix.of(labels, counts));
    }
}
