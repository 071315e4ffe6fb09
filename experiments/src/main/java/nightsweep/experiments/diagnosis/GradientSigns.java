package nightsweep.experiments.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.LayerMetrics;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.Clipping;

/** Why a training went wrong, as the layers show it. Only looked for where it went wrong on the training examples. */
final class GradientSigns {
    /**
     * Of a layer's units, the share without any gradient from which on the layer is dead. What little passes the others is
     * no more than a handful of features.
     */
    static final double DEAD_SHARE = 0.9;

    /**
     * How many times longer than the weights a gradient must be to be exploding. In trainings that go well it is shorter
     * than a tenth of them: a step of rate 1 would then move the weights by a tenth. At ten times, a rate of 0.01 already
     * moves them by that.
     */
    static final double EXPLODED = 10;

    /**
     * Of the output layer's gradient, the part below which another layer's has vanished: at a rate that suits the one, the
     * other stands still for a thousand times as long. One saturated layer of sigmoids costs a factor of four or more.
     */
    static final double VANISHED = 1e-3;

    private final Trial trial;
    private final Fit fit;

    GradientSigns(Trial trial, Fit fit) {
        this.trial = trial;
        this.fit = fit;
    }

    Optional<Diagnosis> deadLayer() {
        if (!fit.poor()) {
            return Optional.empty();
        }
        return since((epoch, layer) -> layer.deadUnits() >= DEAD_SHARE * layer.units()
                        && !layer.layer().equals(outputName()))
                .map(found -> new Diagnosis(
                        Verdict.DEAD,
                        found.layer().deadUnits() + " of " + found.layer().units() + " units of "
                                + found.layer().layer() + " have been dead " + found.when() + ", and "
                                + fit.answers()
                                + ".",
                        "Try biases that start at 0 and weights that start by He's rule, a smaller learning rate, or"
                                + " leaky-relu or elu, whose units come back."));
    }

    Optional<Diagnosis> exploding() {
        if (!fit.poor()) {
            return Optional.empty();
        }
        boolean clipped = trial.configuration().training().clipping().kind() != Clipping.Kind.NONE;
        return since((epoch, layer) -> layer.gradientNorm() > EXPLODED * layer.weightNorm())
                .map(found -> new Diagnosis(
                        Verdict.EXPLODING_GRADIENTS,
                        "The gradient of " + found.layer().layer() + " has been more than " + (int) EXPLODED
                                + " times as long as its weights " + found.when() + ": "
                                + Figure.of(found.layer().gradientNorm()) + " against "
                                + Figure.of(found.layer().weightNorm())
                                + " at the end, with a training loss of "
                                + Figure.of(fit.last().trainLoss()) + ".",
                        "Try " + (clipped ? "" : "clipped gradients, ")
                                + "a smaller learning rate than "
                                + Figure.of(trial.configuration()
                                        .training()
                                        .learningRate()
                                        .initial())
                                + ", smaller initial weights, and inputs that are scaled to about 0..1."));
    }

    Optional<Diagnosis> vanishing() {
        if (!fit.poor()) {
            return Optional.empty();
        }
        return since((epoch, layer) ->
                        layer.gradientNorm() < VANISHED * output(epoch).gradientNorm())
                .map(found -> new Diagnosis(
                        Verdict.VANISHING_GRADIENTS,
                        "The gradient of " + found.layer().layer()
                                + " has been less than a thousandth of the output layer's " + found.when() + ": "
                                + Figure.of(found.layer().gradientNorm()) + " against "
                                + Figure.of(output(fit.last()).gradientNorm())
                                + " at the end, with "
                                + fit.learned() + ".",
                        "Try another activation than " + activations()
                                + " (relu, elu), fewer layers, or initial weights by Glorot's or He's rule."));
    }

    private interface Sign {
        boolean shows(EpochMetrics epoch, LayerMetrics layer);
    }

    /** The layer, nearest to the input, that has shown a sign up to the end, at the end. */
    private record Found(LayerMetrics layer, int since) {
        String when() {
            return since == 1 ? "from the first epoch on" : "since epoch " + since;
        }
    }

    private Optional<Found> since(Sign sign) {
        List<EpochMetrics> epochs = fit.epochs();
        for (int i = 0; i < fit.last().layers().size(); i++) {
            int place = i;
            Predicate<EpochMetrics> shows = epoch -> place < epoch.layers().size()
                    && sign.shows(epoch, epoch.layers().get(place));
            int since = epochs.size();
            while (since > 0 && shows.test(epochs.get(since - 1))) {
                since--;
            }
            if (since < epochs.size()) {
                return Optional.of(
                        new Found(fit.last().layers().get(i), epochs.get(since).epoch()));
            }
        }
        return Optional.empty();
    }

    private static LayerMetrics output(EpochMetrics epoch) {
        return epoch.layers().get(epoch.layers().size() - 1);
    }

    private String outputName() {
        return output(fit.last()).layer();
    }

    private String activations() {
        return trial.configuration().network().layers().stream()
                .filter(layer -> layer instanceof LayerSpec.Weighted && !(layer instanceof LayerSpec.Output))
                .map(layer -> ((LayerSpec.Weighted) layer).activation().name().label())
                .distinct()
                .collect(Collectors.joining(" and "));
    }
}
