package nightsweep.experiments.review;

import static nightsweep.experiments.review.Cases.POINTS;
import static nightsweep.experiments.review.Cases.TWO;
import static nightsweep.experiments.review.Cases.doubtful;
import static nightsweep.experiments.review.Cases.oneUnit;
import static nightsweep.experiments.review.Cases.training;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateReviewTest {
    @ParameterizedTest
    @CsvSource({"ADAM, 1, true", "RMSPROP, 1.5, true", "ADAM, 0.99, false", "SGD, 1, false", "ADADELTA, 1, false"})
    void doubtsLargeRatesOfOptimizersThatNormaliseGradients(OptimizerName optimizer, double rate, boolean doubted) {
        List<String> findings = doubtful(POINTS, oneUnit(), training(optimizer, LearningRate.constant(rate)), TWO);

        assertThat(findings).hasSize(doubted ? 1 : 0);
        assertThat(findings)
                .allMatch(message -> message.equals(optimizer.label()
                        + " moves every weight by about the learning rate at each step, so a rate of " + rate
                        + " overshoots: try 0.001."));
    }

    @Test
    void doubtsASlowedAdaDelta() {
        TrainingSpec training = training(OptimizerName.ADADELTA, LearningRate.constant(0.001));

        assertThat(doubtful(POINTS, oneUnit(), training, TWO))
                .containsExactly("adadelta finds its own step size, which a learning rate of 0.001 only makes smaller: "
                        + "use 1.");
    }

    @Test
    void doubtsARateThatReachesZeroTooSoon() {
        LearningRate soon = new LearningRate(0.01, new LearningRate.Schedule.Cosine(3), LearningRate.Unit.EPOCH, 0);
        LearningRate inTime =
                new LearningRate(0.01, new LearningRate.Schedule.Polynomial(1, 80), LearningRate.Unit.STEP, 0);

        assertThat(doubtful(POINTS, oneUnit(), training(OptimizerName.SGD, soon), TWO))
                .containsExactly(
                        "The learning rate is 0 after 3 epochs, but training goes on to 5 and learns nothing in "
                                + "the rest: set over to 5.");
        assertThat(doubtful(POINTS, oneUnit(), training(OptimizerName.SGD, inTime), TWO))
                .isEmpty();
    }

    @Test
    void doubtsAWarmUpLongerThanTheTraining() {
        LearningRate rate = new LearningRate(0.01, new LearningRate.Schedule.Constant(), LearningRate.Unit.STEP, 100);

        assertThat(doubtful(POINTS, oneUnit(), training(OptimizerName.SGD, rate), TWO))
                .containsExactly(
                        "A warm-up of 100 steps is longer than the training of 80, so the learning rate is never "
                                + "reached: shorten it.");
    }
}
