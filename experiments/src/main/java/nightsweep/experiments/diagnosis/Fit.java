package nightsweep.experiments.diagnosis;

import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.TrialOutcome;

/** How well a network fits, as the signs look at it. */
final class Fit {
    /**
     * The share of the way from guessing to perfection below which even the training examples are not learned. Half: a
     * network on the way up that got less far knows less than it misses.
     */
    static final double LEAST_SKILL = 0.5;

    /** By how much the training loss must be above its lowest for the training to be going wrong. */
    static final double RISEN = 0.5;

    private final TrialOutcome.Completed outcome;
    private final boolean weighted;

    /** @param weighted whether some classes were to count more than as often as they are */
    Fit(TrialOutcome.Completed outcome, boolean weighted) {
        this.outcome = outcome;
        this.weighted = weighted;
    }

    boolean weighted() {
        return weighted;
    }

    TrialOutcome.Completed outcome() {
        return outcome;
    }

    List<EpochMetrics> epochs() {
        return outcome.epochs();
    }

    EpochMetrics last() {
        return outcome.lastEpoch();
    }

    /** What always taking the most frequent class for granted would get right. */
    double guessing() {
        ConfusionMatrix test = outcome.test().confusion();
        long most = IntStream.range(0, test.labels().size())
                .mapToLong(test::support)
                .max()
                .orElse(0);
        return (double) most / test.examples();
    }

    /** The mean recall of the classes that have test examples. */
    double balancedAccuracy() {
        ConfusionMatrix test = outcome.test().confusion();
        return present()
                .mapToDouble(label -> (double) test.count(label, label) / test.support(label))
                .average()
                .orElse(0);
    }

    /** What the mean recall is where always the same class is taken for granted. */
    double guessingOneOfThem() {
        return 1.0 / present().count();
    }

    private IntStream present() {
        ConfusionMatrix test = outcome.test().confusion();
        return IntStream.range(0, test.labels().size()).filter(label -> test.support(label) > 0);
    }

    /**
     * How far the training accuracy is from guessing, 0, to perfection, 1. Where classes were weighed, accuracy is not what was
     * trained for: the mean recall of the classes on test examples takes its place, as none is known of training examples.
     */
    double skill() {
        if (weighted) {
            double one = guessingOneOfThem();
            return one == 1 ? 1 : (balancedAccuracy() - one) / (1 - one);
        }
        double guessing = guessing();
        return guessing == 1 ? 1 : (last().trainAccuracy() - guessing) / (1 - guessing);
    }

    /** Whether something has gone wrong on the training examples themselves, so that a cause is worth looking for. */
    boolean poor() {
        double lowest =
                epochs().stream().mapToDouble(EpochMetrics::trainLoss).min().orElseThrow();
        if (outcome.test().ofNumber()) {
            return !(outcome.test().numbers().r2() > 0) || above(last().trainLoss(), lowest) > RISEN;
        }
        return skill() < LEAST_SKILL || constant() || above(last().trainLoss(), lowest) > RISEN;
    }

    /** Whether all test examples are taken for the same class, though they are of several. */
    boolean constant() {
        ConfusionMatrix test = outcome.test().confusion();
        long classes = IntStream.range(0, test.labels().size())
                .filter(label -> test.support(label) > 0)
                .count();
        return classes > 1 && test.predicted(favourite()) == test.examples();
    }

    /** The class that most test examples are taken for. */
    int favourite() {
        ConfusionMatrix test = outcome.test().confusion();
        int favourite = 0;
        for (int label = 1; label < test.labels().size(); label++) {
            if (test.predicted(label) > test.predicted(favourite)) {
                favourite = label;
            }
        }
        return favourite;
    }

    /** What the test came to, to stand behind a sign. */
    String answers() {
        if (outcome.test().ofNumber()) {
            return "R\u00b2 on the test examples is "
                    + Figure.of(outcome.test().numbers().r2());
        }
        ConfusionMatrix test = outcome.test().confusion();
        return test.predicted(favourite()) + " of " + test.examples() + " test examples are taken for class "
                + test.labels().get(favourite());
    }

    /** How well training examples were learned, to stand behind a sign. */
    String learned() {
        return outcome.test().ofNumber()
                ? "a training loss of " + Figure.of(last().trainLoss())
                : "a training accuracy of " + Figure.percent(last().trainAccuracy());
    }

    boolean validates() {
        return outcome.validation().isPresent();
    }

    /** The validation loss, or the training loss where there is no validation. */
    double loss(EpochMetrics epoch) {
        return validates() ? epoch.validationLoss() : epoch.trainLoss();
    }

    /** The validation accuracy, or the training accuracy where there is no validation. */
    double accuracy(EpochMetrics epoch) {
        return validates() ? epoch.validationAccuracy() : epoch.trainAccuracy();
    }

    /** By which share of it {@code loss} is above another one. Losses may be negative. */
    static double above(double loss, double other) {
        double size = Math.abs(other);
        return size == 0 ? (loss > 0 ? Double.POSITIVE_INFINITY : 0) : (loss - other) / size;
    }
}
