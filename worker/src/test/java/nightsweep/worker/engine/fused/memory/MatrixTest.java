package nightsweep.worker.engine.fused.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 1000})
    void roundsRunsUpToWholeVectors(int count) {
        Floats floats = Floats.zeros(count);

        assertThat(floats.length() % 16).isZero();
        assertThat(floats.length()).isGreaterThanOrEqualTo(count).isLessThan(count + 16);
        assertThat(floats.values().capacity()).isEqualTo(floats.length());
    }

    @Test
    void showsOneArrayInEveryView() {
        Floats floats = Floats.zeros(64);
        Floats slice = floats.slice(16, 32);

        slice.values().put(3, 5f);

        assertThat(floats.values().get(19)).isEqualTo(5f);
        assertThat(slice.array()[slice.start() + 3]).isEqualTo(5f);
        assertThatThrownBy(() -> floats.slice(48, 32)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Matrix(slice, 1, 16, 16)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMatricesThatDoNotFit() {
        Floats floats = Floats.zeros(32);

        assertThatThrownBy(() -> new Matrix(floats, 3, 10, 16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A matrix of 3 rows 16 apart does not fit 32 numbers.");
    }
}
