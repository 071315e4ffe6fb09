package nightsweep.worker.training.fused.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffHeapTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 1000})
    void handsOutAlignedZeros(int count) {
        try (OffHeap offHeap = new OffHeap()) {
            Floats floats = offHeap.floats(count);

            assertThat(floats.length()).isGreaterThanOrEqualTo(count).isLessThan(count + 16);
            assertThat(floats.pointer().address() % 64).isZero();
            assertThat(floats.values().capacity()).isEqualTo(floats.length());
            for (int i = 0; i < floats.length(); i++) {
                assertThat(floats.values().get(i)).isZero();
            }
        }
    }

    @Test
    void showsOneMemoryInEveryView() {
        try (OffHeap offHeap = new OffHeap()) {
            Floats floats = offHeap.floats(64);
            Floats slice = floats.slice(16, 32);

            slice.values().put(3, 5f);

            assertThat(floats.values().get(19)).isEqualTo(5f);
            assertThat(floats.bytes().getFloat(19 * 4)).isEqualTo(5f);
            assertThat(floats.pointer().get(19)).isEqualTo(5f);
            assertThat(floats.pointer(19).address()).isEqualTo(floats.pointer().address() + 19 * 4);
            assertThat(slice.pointer().address()).isEqualTo(floats.pointer().address() + 64);
        }
    }

    @Test
    void rejectsMatricesThatDoNotFit() {
        try (OffHeap offHeap = new OffHeap()) {
            Floats floats = offHeap.floats(32);

            assertThatThrownBy(() -> new Matrix(floats, 3, 10, 16))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A matrix of 3 rows 16 apart does not fit 32 numbers.");
        }
    }
}
