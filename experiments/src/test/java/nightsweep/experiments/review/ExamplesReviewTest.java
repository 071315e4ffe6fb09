package nightsweep.experiments.review;

import static nightsweep.experiments.review.Cases.ADAM;
import static nightsweep.experiments.review.Cases.PIXELS;
import static nightsweep.experiments.review.Cases.POINTS;
import static nightsweep.experiments.review.Cases.TWO;
import static nightsweep.experiments.review.Cases.batches;
import static nightsweep.experiments.review.Cases.doubtful;
import static nightsweep.experiments.review.Cases.invalid;
import static nightsweep.experiments.review.Cases.network;
import static nightsweep.experiments.review.Cases.oneUnit;
import static nightsweep.experiments.review.Cases.output;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.training.TrainingSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamplesReviewTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 250 | 250 | The examples are all of one class",
                "2 | 0 | 250 | There are no training examples",
                "2 | 250 | 0 | There are no test examples"
            })
    void rejectsDataThatTeachesNothing(int classes, int train, int test, String message) {
        DatasetFacts facts = new DatasetFacts(2, classes, train, 0, test, List.of(2));
        LayerSpec output = output(classes, ActivationName.SIGMOID, LossName.SQUARED_ERROR);

        assertThat(invalid(POINTS, network(output), ADAM, facts)).hasSize(1).allMatch(text -> text.startsWith(message));
    }

    @Test
    void rejectsAValidationShareThatLeavesNothing() {
        LayerSpec output = output(10, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY);
        DatasetFacts facts = new DatasetFacts(784, 10, 900, 0, 100, List.of(28, 28));

        assertThat(invalid(PIXELS, network(output), ADAM, facts))
                .containsExactly("A validation share of 0.1 leaves no validation examples to compare trials on: "
                        + "set a larger share, or 0 for none.");
    }

    @Test
    void rejectsABatchThatIsNeverFull() {
        TrainingSpec training = batches(256, TrainingSpec.LastBatch.DROP);

        assertThat(invalid(POINTS, oneUnit(), training, TWO))
                .containsExactly(
                        "A batch of 256 is more than the 250 training examples, so with last batches dropped no "
                                + "step is ever taken: lower batch-size, or keep last batches.");
    }

    @Test
    void doubtsABatchOfAllExamplesAndMore() {
        assertThat(doubtful(POINTS, oneUnit(), batches(256, TrainingSpec.LastBatch.KEEP), TWO))
                .containsExactly(
                        "A batch of 256 is more than the 250 training examples, so an epoch is a single step on "
                                + "all of them: lower batch-size.");
        assertThat(doubtful(POINTS, oneUnit(), batches(250, TrainingSpec.LastBatch.KEEP), TWO))
                .isEmpty();
    }
}
