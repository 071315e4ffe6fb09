package nightsweep.experiments.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.NumberFigures;
import nightsweep.experiments.sweep.Trial;

/**
 * How well a network that predicts a number has learned, as its losses and its test show it. Losses are of the number less its
 * mean over its deviation, so that they can be held against what always giving the mean costs.
 */
final class NumberSigns {
    private final Trial trial;
    private final Fit fit;

    NumberSigns(Trial trial, Fit fit) {
        this.trial = trial;
        this.fit = fit;
    }

    /** What always giving the mean costs, where the numbers are distributed normally; nearly so for others. */
    static double guessing(LossName loss) {
        return switch (loss) {
            case HALF_SQUARED_ERROR -> 0.5;
            case MEAN_ABSOLUTE_ERROR, ABSOLUTE_ERROR -> 0.798;
            case HUBER -> 0.425;
            case LOG_COSH -> 0.375;
            default -> 1;
        };
    }

    Optional<Diagnosis> overfit() {
        double guessing = guessing(trial.configuration().network().output().loss());
        EpochMetrics last = fit.last();
        if (last.trainLoss() > (1 - FitSigns.LARGE_GAP) * guessing) {
            return Optional.empty();
        }
        double other =
                fit.validates() ? last.validationLoss() : fit.outcome().test().loss();
        EpochMetrics best = fit.epochs().stream()
                .min(Comparator.comparingDouble(EpochMetrics::validationLoss))
                .orElseThrow();
        boolean risen = fit.validates()
                && Fit.above(last.validationLoss(), best.validationLoss()) > FitSigns.LOSS_RISE
                && other - last.trainLoss() > FitSigns.SMALL_GAP * guessing;
        if (!risen && other - last.trainLoss() < FitSigns.LARGE_GAP * guessing) {
            return Optional.empty();
        }
        String since = risen
                ? "Since epoch " + best.epoch() + " the validation loss has risen from "
                        + Figure.of(best.validationLoss()) + " to " + Figure.of(last.validationLoss())
                : "The loss on " + (fit.validates() ? "validation" : "test") + " examples is " + Figure.of(other);
        return Optional.of(new Diagnosis(
                Verdict.OVERFIT,
                since + ", and at the end the loss on training examples is " + Figure.of(last.trainLoss())
                        + ", where always giving the mean costs about " + Figure.of(guessing) + ".",
                (risen ? "Try " + best.epoch() + (best.epoch() == 1 ? " epoch" : " epochs") + ", " : "Try ")
                        + "dropout, a penalty, a smaller network, or more training examples."));
    }

    Optional<Diagnosis> stillImproving() {
        List<EpochMetrics> epochs = fit.epochs();
        if (epochs.size() == 1) {
            return Optional.empty();
        }
        EpochMetrics last = fit.last();
        int span = Math.max(1, epochs.size() / 4);
        EpochMetrics before = epochs.get(epochs.size() - 1 - span);
        double gain = fit.loss(before) - fit.loss(last);
        double fall = -Fit.above(fit.loss(last), fit.loss(before)) / span;
        double guessing = guessing(trial.configuration().network().output().loss());
        if (fall < FitSigns.LOSS_FALL || gain < FitSigns.ACCURACY_GAIN * guessing) {
            return Optional.empty();
        }
        return Optional.of(new Diagnosis(
                Verdict.STILL_IMPROVING,
                "From epoch " + before.epoch() + " to the last, " + last.epoch() + ", the "
                        + (fit.validates() ? "validation" : "training") + " loss fell from "
                        + Figure.of(fit.loss(before)) + " to " + Figure.of(fit.loss(last)) + ".",
                "Try " + 2 * epochs.size() + " epochs."));
    }

    Optional<Diagnosis> learnsNothing() {
        NumberFigures test = fit.outcome().test().numbers();
        if (!(test.r2() <= 0)) {
            return Optional.empty();
        }
        return Optional.of(new Diagnosis(
                Verdict.UNDERFIT,
                "R\u00b2 on the test examples is " + Figure.of(test.r2())
                        + ": always giving their mean would do as well or better; and the training loss is "
                        + Figure.of(fit.last().trainLoss()) + ".",
                "Try another learning rate than "
                        + Figure.of(
                                trial.configuration().training().learningRate().initial())
                        + ", more units, more epochs, or columns that say more of the number."));
    }

    Diagnosis healthy() {
        NumberFigures test = fit.outcome().test().numbers();
        return new Diagnosis(
                Verdict.HEALTHY,
                "R\u00b2 on the test examples is " + Figure.of(test.r2()) + " and their root mean squared error "
                        + Figure.of(test.rootMeanSquaredError()) + ", without a sign of trouble.",
                "Nothing needs to be changed.");
    }
}
