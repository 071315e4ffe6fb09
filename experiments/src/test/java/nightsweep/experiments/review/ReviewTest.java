package nightsweep.experiments.review;

import static nightsweep.experiments.review.Cases.ADAM;
import static nightsweep.experiments.review.Cases.PIXELS;
import static nightsweep.experiments.review.Cases.POINTS;
import static nightsweep.experiments.review.Cases.RANDOM;
import static nightsweep.experiments.review.Cases.TEN;
import static nightsweep.experiments.review.Cases.TWO;
import static nightsweep.experiments.review.Cases.ZERO;
import static nightsweep.experiments.review.Cases.dense;
import static nightsweep.experiments.review.Cases.network;
import static nightsweep.experiments.review.Cases.output;
import static nightsweep.experiments.review.Cases.review;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewTest {
    @Test
    void findsNothingWrongWithAnOrdinaryClassifier() {
        NetworkSpec network = network(
                dense(ActivationName.RELU, 0.2, RANDOM, ZERO),
                new LayerSpec.Dropout(0.5),
                output(10, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY));

        assertThat(review(PIXELS, network, ADAM, TEN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LossName.class)
    void findsNothingWrongWithTheUsualActivationOfALoss(LossName loss) {
        List<LossName> doubtfulAnyway = List.of(LossName.MEAN_ABSOLUTE_PERCENTAGE_ERROR, LossName.WASSERSTEIN);
        LayerSpec output = output(2, loss.usualActivation(), loss);

        List<Finding> findings = review(POINTS, network(output), ADAM, TWO);

        assertThat(findings).hasSize(doubtfulAnyway.contains(loss) ? 1 : 0);
    }

    @Test
    void tellsInvalidFindingsFirst() {
        NetworkSpec network = network(
                dense(ActivationName.SOFTMAX, 0, RANDOM, ZERO), output(3, ActivationName.RELU, LossName.CROSS_ENTROPY));

        assertThat(review(PIXELS, network, ADAM, new DatasetFacts(784, 10, 900, 100, 0, List.of(28, 28))))
                .extracting(Finding::severity)
                .containsExactly(Severity.INVALID, Severity.INVALID, Severity.DOUBTFUL);
    }

    @Test
    void printsFindingsWithTheirSeverity() {
        assertThat(Finding.invalid("There are no test examples.")).hasToString("invalid: There are no test examples.");
        assertThat(Finding.doubtful(Doubt.HIGH_DROPOUT, "Much.")).hasToString("doubtful (high-dropout): Much.");
    }

    @Test
    void takesADoubtForALessonWhereItIsMeant() {
        Finding doubtful = Finding.doubtful(Doubt.HIGH_DROPOUT, "Much.");
        Finding invalid = Finding.invalid("There are no test examples.");

        assertThat(doubtful.given(List.of(Doubt.LARGE_RATE, Doubt.HIGH_DROPOUT)))
                .hasToString("lesson (high-dropout): Much.");
        assertThat(doubtful.given(List.of(Doubt.LARGE_RATE))).isEqualTo(doubtful);
        assertThat(invalid.given(List.of(Doubt.values()))).isEqualTo(invalid);
    }
}
