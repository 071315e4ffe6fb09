package nightsweep.experiments.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.sweep.Trial;

/** How well a network has learned, as its curves and its test show it. */
final class FitSigns {
    /** How far the validation loss must be above its lowest, as a share of it; noise between epochs is less. */
    static final double LOSS_RISE = 0.1;

    /** The least gap of accuracies that goes with {@link #LOSS_RISE}: a network may be surer of the same answers. */
    static final double SMALL_GAP = 0.02;

    /** The gap between training and other examples that needs no other sign. */
    static final double LARGE_GAP = 0.1;

    /** The gap that needs no other sign where examples that were trained on are hardly ever mistaken. */
    static final double GAP_BY_HEART = 0.05;

    /** How many times as often others must be mistaken then. */
    static final double MISTAKEN_MORE_OFTEN = 3;

    /** How many standard errors of the accuracy on others the gap must be then, so that it is not their luck. */
    static final double STANDARD_ERRORS = 3;

    /** The share of the loss that an epoch must take off, on average over the last quarter of them. */
    static final double LOSS_FALL = 0.02;

    /** The accuracy that the last quarter of the epochs must add: less is within the noise of a few hundred examples. */
    static final double ACCURACY_GAIN = 0.005;

    private final Trial trial;
    private final Fit fit;

    FitSigns(Trial trial, Fit fit) {
        this.trial = trial;
        this.fit = fit;
    }

    Optional<Diagnosis> constant() {
        if (!fit.constant()) {
            return Optional.empty();
        }
        ConfusionMatrix test = fit.outcome().test().confusion();
        return Optional.of(new Diagnosis(
                Verdict.DEAD,
                "All " + test.examples() + " test examples are taken for class "
                        + test.labels().get(fit.favourite()) + ", and the training accuracy is "
                        + Figure.percent(fit.last().trainAccuracy()) + ".",
                "Try another learning rate than " + rate() + ", initial weights that are not all alike, and inputs that"
                        + " are scaled to about 0..1."));
    }

    Optional<Diagnosis> overfit() {
        if (fit.last().trainAccuracy() - fit.guessing() < LARGE_GAP) {
            return Optional.empty();
        }
        return fit.validates() ? overfitByCurve() : overfitByTest();
    }

    private Optional<Diagnosis> overfitByCurve() {
        EpochMetrics last = fit.last();
        EpochMetrics best = fit.epochs().stream()
                .min(Comparator.comparingDouble(EpochMetrics::validationLoss))
                .orElseThrow();
        double rise = Fit.above(last.validationLoss(), best.validationLoss());
        double gap = gap(last);
        boolean risen = rise > LOSS_RISE && gap > SMALL_GAP;
        long others = fit.outcome().validation().orElseThrow().examples();
        if (!risen && !wide(last.trainAccuracy(), last.validationAccuracy(), others)) {
            return Optional.empty();
        }
        double least = gap < LARGE_GAP ? GAP_BY_HEART : LARGE_GAP;
        String since = risen
                ? "Since epoch " + best.epoch() + " the validation loss has risen from "
                        + Figure.of(best.validationLoss()) + " to " + Figure.of(last.validationLoss())
                : "Since epoch " + gapSince(least) + " the gap has been above " + Figure.points(least);
        return Optional.of(new Diagnosis(
                Verdict.OVERFIT,
                since + ", and at the end the accuracy on training examples is "
                        + Figure.percent(last.trainAccuracy()) + " against "
                        + Figure.percent(last.validationAccuracy()) + " on others, a gap of " + Figure.points(gap)
                        + ".",
                (risen ? "Try " + best.epoch() + (best.epoch() == 1 ? " epoch" : " epochs") + ", " : "Try ")
                        + "dropout, a penalty, a smaller network, or more training examples."));
    }

    /**
     * Whether a gap speaks for itself: it is large, or training examples are hardly ever mistaken and others many times as
     * often, by more than comes of there being few of them.
     *
     * @param others on how many examples {@code accuracy} was measured
     */
    private static boolean wide(double trainAccuracy, double accuracy, long others) {
        double gap = trainAccuracy - accuracy;
        if (gap >= LARGE_GAP) {
            return true;
        }
        double standardError = Math.sqrt(accuracy * (1 - accuracy) / others);
        return gap >= GAP_BY_HEART
                && 1 - accuracy >= MISTAKEN_MORE_OFTEN * (1 - trainAccuracy)
                && gap > STANDARD_ERRORS * standardError;
    }

    private int gapSince(double least) {
        List<EpochMetrics> epochs = fit.epochs();
        int first = epochs.size() - 1;
        while (first > 0 && gap(epochs.get(first - 1)) >= least) {
            first--;
        }
        return epochs.get(first).epoch();
    }

    private static double gap(EpochMetrics epoch) {
        return epoch.trainAccuracy() - epoch.validationAccuracy();
    }

    private Optional<Diagnosis> overfitByTest() {
        double test = fit.outcome().test().confusion().accuracy();
        double gap = fit.last().trainAccuracy() - test;
        if (!wide(fit.last().trainAccuracy(), test, fit.outcome().test().examples())) {
            return Optional.empty();
        }
        return Optional.of(new Diagnosis(
                Verdict.OVERFIT,
                "The accuracy on training examples is "
                        + Figure.percent(fit.last().trainAccuracy()) + " against " + Figure.percent(test)
                        + " on test examples, a gap of " + Figure.points(gap)
                        + "; since when, a validation split would show.",
                "Try dropout, a penalty, a smaller network, or more training examples."));
    }

    Optional<Diagnosis> stillImproving() {
        List<EpochMetrics> epochs = fit.epochs();
        if (epochs.size() == 1) {
            return Optional.empty();
        }
        EpochMetrics last = fit.last();
        int span = Math.max(1, epochs.size() / 4);
        EpochMetrics before = epochs.get(epochs.size() - 1 - span);
        double fall = -Fit.above(fit.loss(last), fit.loss(before)) / span;
        double gain = fit.accuracy(last) - fit.accuracy(before);
        if (fall < LOSS_FALL || gain < ACCURACY_GAIN) {
            return Optional.empty();
        }
        String on = fit.validates() ? "validation" : "training";
        return Optional.of(new Diagnosis(
                Verdict.STILL_IMPROVING,
                "From epoch " + before.epoch() + " to the last, " + last.epoch() + ", the " + on + " loss fell from "
                        + Figure.of(fit.loss(before)) + " to " + Figure.of(fit.loss(last)) + " and the " + on
                        + " accuracy rose from " + Figure.percent(fit.accuracy(before)) + " to "
                        + Figure.percent(fit.accuracy(last)) + ".",
                "Try " + 2 * epochs.size() + " epochs."));
    }

    Optional<Diagnosis> underfit() {
        double skill = fit.skill();
        if (skill >= Fit.LEAST_SKILL) {
            return Optional.empty();
        }
        return Optional.of(new Diagnosis(
                Verdict.UNDERFIT,
                "After " + fit.epochs().size() + (fit.epochs().size() == 1 ? " epoch" : " epochs")
                        + (fit.weighted()
                                ? " the mean recall of the classes on test examples is "
                                : " the accuracy on training examples is ")
                        + Figure.percent(
                                fit.weighted()
                                        ? fit.balancedAccuracy()
                                        : fit.last().trainAccuracy())
                        + ", where guessing gets "
                        + Figure.percent(fit.weighted() ? fit.guessingOneOfThem() : fit.guessing())
                        + ", and the training loss is "
                        + Figure.of(fit.last().trainLoss()) + ".",
                "Try a larger learning rate than " + rate() + ", more units, more epochs, or less dropout."));
    }

    Diagnosis healthy() {
        double test = fit.outcome().test().confusion().accuracy();
        return new Diagnosis(
                Verdict.HEALTHY,
                "It learned " + Figure.percent(fit.last().trainAccuracy()) + " of the training examples and gets "
                        + Figure.percent(test) + " of the test examples right, without a sign of trouble.",
                "Nothing needs to be changed.");
    }

    private String rate() {
        return Figure.of(trial.configuration().training().learningRate().initial());
    }
}
