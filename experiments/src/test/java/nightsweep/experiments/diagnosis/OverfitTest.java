package nightsweep.experiments.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a network that does better on what it has seen is said to know it by heart. */
class OverfitTest {
    private static final Provenance PROVENANCE =
            new Provenance("0.1", 42, 7, "sha256:00", "fused", "Java", "Linux", "cpu", "none", "M2.1", "3.5", "3.3");

    private static Trial trial() throws SweepFileException {
        return SweepFile.parse("""
                name: x
                dataset: digits
                network: [{output: {units: 2, loss: cross-entropy}}]
                training: {epochs: 3, batch-size: 32}
                """, "x.yaml").trials().get(0);
    }

    /** Of so many examples of two classes, half of each, so many of them right. */
    private static Evaluation measured(double accuracy, int examples) {
        long half = examples / 2;
        long wrong = Math.round((1 - accuracy) * examples);
        return new Evaluation(0.3, ConfusionMatrix.of(List.of("a", "b"), new long[][] {{half - wrong, wrong}, {0, half}
        }));
    }

    private static Diagnosis diagnosis(double train, double other, int examples, boolean validates)
            throws SweepFileException {
        double loss = validates ? 0.3 : Double.NaN;
        double accuracy = validates ? other : Double.NaN;
        return Diagnosis.of(
                        trial(),
                        new TrialOutcome.Completed(
                                trial().id(),
                                10,
                                List.of(
                                        new EpochMetrics(1, 0.03, other, loss, accuracy),
                                        new EpochMetrics(2, 0.02, train, loss, accuracy),
                                        new EpochMetrics(3, 0.02, train, loss, accuracy)),
                                validates ? Optional.of(measured(other, examples)) : Optional.empty(),
                                measured(other, examples),
                                Optional.empty(),
                                PROVENANCE,
                                new Timing("host", 0, 0, 0, 1, 2)))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "0.997, 0.914, 200, OVERFIT", // hardly a mistake on what was seen, one in twelve on the rest
        "0.997, 0.890, 200, OVERFIT", // a gap that needs no other sign
        "0.997, 0.960, 10000, HEALTHY", // nearly as good on others
        "0.920, 0.865, 10000, HEALTHY", // not known by heart: mistaken on both
        "0.990, 0.930, 100, HEALTHY", // of so few that it may be their luck
        "0.990, 0.930, 1000, OVERFIT",
    })
    void heedsHowOftenOthersAreMistaken(double train, double other, int examples, Verdict verdict)
            throws SweepFileException {
        for (boolean validates : new boolean[] {false, true}) {
            Diagnosis diagnosis = diagnosis(train, other, examples, validates);

            assertThat(diagnosis.verdict()).as(diagnosis.text()).isEqualTo(verdict);
        }
    }

    @Test
    void saysWhatItSaw() throws SweepFileException {
        assertThat(diagnosis(0.997, 0.915, 200, false).sentence())
                .isEqualTo("The accuracy on training examples is 99.7 % against 91.5 % on test examples, a gap of 8.2"
                        + " points; since when, a validation split would show.");
        assertThat(diagnosis(0.997, 0.915, 200, true).sentence())
                .isEqualTo("Since epoch 2 the gap has been above 5.0 points, and at the end the accuracy on training"
                        + " examples is 99.7 % against 91.5 % on others, a gap of 8.2 points.");
    }
}
