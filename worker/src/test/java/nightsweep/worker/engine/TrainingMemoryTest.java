package nightsweep.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nightsweep.experiments.network.Shape;
import nightsweep.experiments.training.optimizer.OptimizerName;
import org.junit.jupiter.api.Test;

class TrainingMemoryTest {
    @Test
    void countsParametersStateAndActivations() {
        TrainingMemory memory = TrainingMemory.of(
                Fixtures.trial(Fixtures.linear(), Fixtures.training(1, 5, OptimizerName.ADAM.defaults(), 0.1)),
                new Shape.Row(2));

        assertThat(memory.bytes()).isEqualTo(4 * (3 * 4 + 2 * 5 * 2));
    }

    @Test
    void refusesWhatIsMoreThanAllowed() {
        TrainingMemory memory = new TrainingMemory(3L << 30);

        assertThatThrownBy(() -> memory.check(1L << 30, "native memory", "-Xmx"))
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessage("The network needs about 3.0 GiB of native memory, but 1.0 GiB are allowed (-Xmx).");
        assertThatCode(() -> memory.check(3L << 30, "the heap", "-Xmx")).doesNotThrowAnyException();
        assertThatCode(() -> memory.check(0, "the heap", "-Xmx")).doesNotThrowAnyException();
    }
}
