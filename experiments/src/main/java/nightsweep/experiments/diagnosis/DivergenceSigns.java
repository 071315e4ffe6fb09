package nightsweep.experiments.diagnosis;

import java.util.List;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.LayerMetrics;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.Clipping;

/** Where a training diverged, and what could be seen before. */
final class DivergenceSigns {
    /** A gradient that grew less is not worth a word. */
    static final double GROWN = 10;

    private final Trial trial;
    private final TrialOutcome.Diverged diverged;

    DivergenceSigns(Trial trial, TrialOutcome.Diverged diverged) {
        this.trial = trial;
        this.diverged = diverged;
    }

    Diagnosis diagnosis() {
        StringBuilder sentence = new StringBuilder("The loss ceased to be finite in epoch " + diverged.epoch()
                + ", at step " + diverged.step() + " of the training");
        if (Double.isFinite(diverged.lossBefore())) {
            sentence.append("; the epoch's mean loss before it was ").append(Figure.of(diverged.lossBefore()));
        }
        List<EpochMetrics> epochs = diverged.epochs();
        if (!epochs.isEmpty()) {
            EpochMetrics last = epochs.get(epochs.size() - 1);
            sentence.append(epochs.size() == 1 ? ", that of epoch 1 " : ", that of epoch " + last.epoch() + " ")
                    .append(Figure.of(last.trainLoss()));
            sentence.append(growth(epochs));
        }
        return new Diagnosis(Verdict.DIVERGED, sentence + ".", advice());
    }

    /** How the gradient grew that grew most. */
    private static String growth(List<EpochMetrics> epochs) {
        List<LayerMetrics> first = epochs.get(0).layers();
        List<LayerMetrics> last = epochs.get(epochs.size() - 1).layers();
        String words = "";
        double most = GROWN;
        for (int i = 0; i < Math.min(first.size(), last.size()); i++) {
            double growth = last.get(i).gradientNorm() / first.get(i).gradientNorm();
            if (growth > most) {
                most = growth;
                words = "; from epoch 1 to " + epochs.size() + " the gradient of "
                        + first.get(i).layer() + " grew from "
                        + Figure.of(first.get(i).gradientNorm()) + " to "
                        + Figure.of(last.get(i).gradientNorm());
            }
        }
        return words;
    }

    private String advice() {
        double rate = trial.configuration().training().learningRate().initial();
        boolean clipped = trial.configuration().training().clipping().kind() != Clipping.Kind.NONE;
        return "Try a tenth of the learning rate " + Figure.of(rate) + (clipped ? "" : ", or clipped gradients")
                + ", and inputs that are scaled to about 0..1.";
    }
}
