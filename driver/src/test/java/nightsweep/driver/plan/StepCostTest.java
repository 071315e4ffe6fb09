package nightsweep.driver.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.training.Augmentation;
import nightsweep.experiments.training.EarlyStopping;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.experiments.yaml.SweepFileException;
import nightsweep.worker.engine.choice.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepCostTest {
    private static final NetworkSpec LARGE = network(512, 128);

    @ParameterizedTest
    @CsvSource({"fused, SGD, 1.6", "fused, ADAM, 2.1", "dl4j, SGD, 5.9", "dl4j, ADAM, 10.9"})
    void agreesWithMeasurements(String engine, OptimizerName optimizer, double millis) {
        double estimated = cost(engine).stepMillis(LARGE, Sweeps.training(optimizer, 64, 1), Sweeps.MNIST);

        assertThat(estimated).isCloseTo(millis, within(0.1 * millis));
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
    void countsStepsAnEpochAndWhatChangingPicturesTakes() {
        TrainingSpec usual = Sweeps.training(OptimizerName.SGD, 64, 1);
        TrainingSpec augmented = usual.builder()
                .epochSteps(10)
                .augmentation(new Augmentation(0.1, 0, 0, 0, Augmentation.Flip.NONE))
                .stopping(EarlyStopping.NONE)
                .build();

        assertThat(augmented.stepsPerEpoch(Sweeps.MNIST.trainExamples())).isEqualTo(10);
        assertThat(cost("fused").stepMillis(LARGE, augmented, Sweeps.MNIST))
                .isBetween(millis(LARGE, OptimizerName.SGD, 64) + 0.2, millis(LARGE, OptimizerName.SGD, 64) + 0.6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fused", "dl4j"})
    void countsWhatIsNormalized(String engine) {
        List<LayerSpec> layers = new ArrayList<>(LARGE.layers());
        layers.add(1, new LayerSpec.BatchNormalization(0.9, 1e-5));
        TrainingSpec training = Sweeps.training(OptimizerName.SGD, 64, 1);

        double more = cost(engine).stepMillis(new NetworkSpec(layers), training, Sweeps.MNIST)
                - cost(engine).stepMillis(LARGE, training, Sweeps.MNIST);

        assertThat(more).isBetween(0.05, engine.equals("fused") ? 0.2 : 2);
    }

    @Test
    void costsNoMoreThanAllExamplesInABatch() {
        int all = Sweeps.MNIST.trainExamples();

        assertThat(millis(LARGE, OptimizerName.SGD, 2 * all)).isEqualTo(millis(LARGE, OptimizerName.SGD, all));
    }

    @Test
    void countsWhatConvolutionsPutOut() throws SweepFileException {
        Configuration convolution =
                SweepFile.parse("""
                name: filters
                dataset: {name: digits}
                network:
                  - convolution: {filters: 64, size: 3, activation: relu}
                  - max-pooling: {size: 2}
                  - flatten: {}
                  - dense: {units: 32, activation: relu}
                  - output: {units: 10, loss: cross-entropy}
                training: {epochs: 1, batch-size: 20, optimizer: adam, learning-rate: 0.001}
                """, "filters.yaml").configurations().get(0);

        double estimated = cost("fused").stepMillis(convolution.network(), convolution.training(), Sweeps.MNIST);

        assertThat(estimated).isCloseTo(5.7, within(1.2));
    }

    private static StepCost cost(String engine) {
        return new StepCost(Engines.standard().named(engine).cost());
    }

    private static double millis(NetworkSpec network, OptimizerName optimizer, int batchSize) {
        return cost("fused").stepMillis(network, Sweeps.training(optimizer, batchSize, 1), Sweeps.MNIST);
    }

    private static NetworkSpec network(Integer... hidden) {
        return Sweeps.network(List.of(hidden), 10, ActivationName.SOFTMAX);
    }
}
