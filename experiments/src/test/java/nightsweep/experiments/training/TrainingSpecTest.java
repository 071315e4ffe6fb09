package nightsweep.experiments.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import nightsweep.experiments.training.TrainingSpec.LastBatch;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.experiments.training.optimizer.Sgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingSpecTest {

    private static TrainingSpec training(int epochs, int batchSize, LastBatch lastBatch) {
        return TrainingSpec.builder(epochs, batchSize, new Sgd(), LearningRate.constant(1))
                .lastBatch(lastBatch)
                .build();
    }

    @ParameterizedTest
    @CsvSource({"0, KEEP, 0", "1, KEEP, 1", "64, KEEP, 1", "65, KEEP, 2", "63, DROP, 0", "64, DROP, 1", "127, DROP, 1"})
    void countsStepsAnEpoch(int examples, LastBatch lastBatch, int steps) {
        assertThat(training(1, 64, lastBatch).stepsPerEpoch(examples)).isEqualTo(steps);
    }

    @Test
    void countsStepsAnEpochAsToldWhereThereIsAnyToTake() {
        TrainingSpec usual = training(1, 64, LastBatch.DROP);
        TrainingSpec fixed = usual.builder()
                .epochs(1)
                .batchSize(64)
                .epochSteps(100)
                .augmentation(Augmentation.NONE)
                .stopping(EarlyStopping.NONE)
                .build();

        assertThat(fixed.stepsPerEpoch(640)).isEqualTo(100);
        assertThat(fixed.stepsPerPass(640)).isEqualTo(10);
        assertThat(fixed.stepsPerEpoch(63)).isZero();
    }

    @Test
    void refusesNoEpochsAndNoExamplesAStep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training(0, 1, LastBatch.KEEP))
                .withMessage("epochs must be positive, but got 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training(1, -3, LastBatch.KEEP))
                .withMessage("batch-size must be positive, but got -3.");
    }

    @ParameterizedTest
    @EnumSource
    void knowsEachOptimizerByItsName(OptimizerName name) {
        assertThat(name.defaults().name()).isEqualTo(name);
        assertThat(name.usualLearningRate()).isPositive();
        assertThat(name.stateValues()).isBetween(0, 3);
    }
}
