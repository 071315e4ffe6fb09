package nightsweep.worker.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import nightsweep.experiments.training.TrainingSpec.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleOrderTest {
    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdsEveryExampleOnce(int seed) {
        int[] order = new ExampleOrder(Order.SHUFFLED, 101, seed).of(3);

        Arrays.sort(order);

        assertThat(order).isEqualTo(IntStream.range(0, 101).toArray());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesAnEpochWithoutThoseBeforeIt(int seed) {
        ExampleOrder asked = new ExampleOrder(Order.SHUFFLED, 50, seed);
        int[] zeroth = asked.of(0);

        int[] seventh = asked.of(7);

        assertThat(seventh)
                .isEqualTo(new ExampleOrder(Order.SHUFFLED, 50, seed).of(7))
                .isNotEqualTo(zeroth);
    }

    @Test
    void putsEveryExampleFirstAboutEquallyOften() {
        ExampleOrder order = new ExampleOrder(Order.SHUFFLED, 5, 42);
        int[] first = new int[5];

        IntStream.range(0, 5000).forEach(epoch -> first[order.of(epoch)[0]]++);

        assertThat(Arrays.stream(first)).allMatch(times -> times >= 880 && times <= 1120);
    }

    @Test
    void leavesStoredOrderAlone() {
        int[] order = new ExampleOrder(Order.AS_STORED, 4, 42).of(9);

        assertThat(order).containsExactly(0, 1, 2, 3);
    }
}
