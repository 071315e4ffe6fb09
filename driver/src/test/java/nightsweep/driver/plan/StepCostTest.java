package nightsweep.driver.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.training.OptimizerName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepCostTest {
    private static final NetworkSpec LARGE = network(512, 128);

    @ParameterizedTest
    @CsvSource({"SGD, 4.0", "ADAM, 6.5"})
    void agreesWithMeasurements(OptimizerName optimizer, double millis) {
        assertThat(millis(LARGE, optimizer, 64)).isCloseTo(millis, within(0.2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 32, 100, 512})
    void growsWithBatchesAndUnits(int size) {
        assertThat(millis(LARGE, OptimizerName.SGD, size)).isLessThan(millis(LARGE, OptimizerName.SGD, size + 1));
        assertThat(millis(network(size), OptimizerName.SGD, 64))
                .isLessThan(millis(network(size + 1), OptimizerName.SGD, 64));
    }

    @Test
    void growsWithOptimizerStateAndLayers() {
        assertThat(List.of(OptimizerName.SGD, OptimizerName.RMSPROP, OptimizerName.ADAM, OptimizerName.AMSGRAD))
                .extracting(optimizer -> millis(LARGE, optimizer, 64))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(millis(network(512), OptimizerName.SGD, 64)).isLessThan(millis(LARGE, OptimizerName.SGD, 64));
    }

    @Test
    void costsNoMoreThanAllExamplesInABatch() {
        int all = Sweeps.MNIST.trainExamples();

        assertThat(millis(LARGE, OptimizerName.SGD, 2 * all)).isEqualTo(millis(LARGE, OptimizerName.SGD, all));
    }

    private static double millis(NetworkSpec network, OptimizerName optimizer, int batchSize) {
        return StepCost.stepMillis(network, Sweeps.training(optimizer, batchSize, 1), Sweeps.MNIST);
    }

    private static NetworkSpec network(Integer... hidden) {
        return Sweeps.network(List.of(hidden), 10, ActivationName.SOFTMAX);
    }
}
