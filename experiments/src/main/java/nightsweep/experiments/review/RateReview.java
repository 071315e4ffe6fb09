package nightsweep.experiments.review;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.LearningRate.Schedule;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;

/** Whether the learning rate suits the optimizer and lasts as long as the training. */
final class RateReview {
    /** Below this, AdaDelta is slowed tenfold or more. */
    private static final double SLOW_ADADELTA = 0.1;

    private RateReview() {}

    static List<Finding> of(TrainingSpec training, DatasetFacts facts) {
        List<Finding> findings = new ArrayList<>();
        LearningRate rate = training.learningRate();
        OptimizerName optimizer = training.optimizer().name();
        if (rate.initial() >= 1 && training.optimizer().ownsStepSize()) {
            findings.add(Finding.doubtful(
                    Doubt.LARGE_RATE,
                    optimizer.label() + " moves every weight by about the learning rate at each "
                            + "step, so a rate of " + rate.initial() + " overshoots: try "
                            + optimizer.usualLearningRate()
                            + "."));
        }
        if (optimizer == OptimizerName.ADADELTA && rate.initial() < SLOW_ADADELTA) {
            findings.add(Finding.doubtful(
                    Doubt.SLOW_ADADELTA,
                    "adadelta finds its own step size, which a learning rate of " + rate.initial()
                            + " only makes smaller: use 1."));
        }
        long steps = training.stepsPerEpoch(facts.trainExamples());
        long length = rate.unit() == LearningRate.Unit.EPOCH ? training.epochs() : steps * training.epochs();
        String units = rate.unit() == LearningRate.Unit.EPOCH ? " epochs" : " steps";
        OptionalInt over = over(rate.schedule());
        if (over.isPresent() && over.getAsInt() < length) {
            findings.add(Finding.doubtful(
                    Doubt.RATE_ENDS_EARLY,
                    "The learning rate is 0 after " + over.getAsInt() + units + ", but training goes " + "on to "
                            + length + " and learns nothing in the rest: set over to " + length + "."));
        }
        if (steps > 0 && rate.warmUp() > length) {
            findings.add(Finding.doubtful(
                    Doubt.LONG_WARM_UP,
                    "A warm-up of " + rate.warmUp() + units + " is longer than the training of " + length
                            + ", so the learning rate is never reached: shorten it."));
        }
        return findings;
    }

    /** When the rate becomes 0; empty where it never does, or where the file says so piece by piece. */
    private static OptionalInt over(Schedule schedule) {
        if (schedule instanceof Schedule.Polynomial polynomial) {
            return OptionalInt.of(polynomial.over());
        }
        return schedule instanceof Schedule.Cosine cosine ? OptionalInt.of(cosine.over()) : OptionalInt.empty();
    }
}
