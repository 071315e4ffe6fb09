package nightsweep.worker.dataset.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import nightsweep.worker.dataset.random.RandomNumbers;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawTest {
    private static final int CLASSES = 5;
    private static final int[] QUOTAS = {3, 0, 7, 1, 10};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void drawsEachQuotaAndLosesNothing(long seed) {
        Selection examples = examples();

        Draw draw = Draw.of(examples, QUOTAS, RandomNumbers.of(seed, 1));
        Draw again = Draw.of(examples, QUOTAS, RandomNumbers.of(seed, 1));

        assertThat(draw.drawn().counts(CLASSES)).isEqualTo(QUOTAS);
        assertThat(draw.drawn().rows()).isSorted().isEqualTo(again.drawn().rows());
        assertThat(draw.left().rows()).isSorted();
        assertThat(IntStream.concat(
                                Arrays.stream(draw.drawn().rows()),
                                Arrays.stream(draw.left().rows()))
                        .sorted())
                .containsExactlyElementsOf(
                        Arrays.stream(examples.rows()).boxed().toList());
    }

    @Test
    void drawsOthersWithAnotherSeedOrPurpose() {
        Selection examples = examples();

        int[] rows = Draw.of(examples, QUOTAS, RandomNumbers.of(1, 1)).drawn().rows();

        assertThat(Draw.of(examples, QUOTAS, RandomNumbers.of(2, 1)).drawn().rows())
                .isNotEqualTo(rows);
        assertThat(Draw.of(examples, QUOTAS, RandomNumbers.of(1, 2)).drawn().rows())
                .isNotEqualTo(rows);
    }

    @Test
    void drawsEveryExampleAboutEquallyOften() {
        Selection examples = examples();
        int[] times = new int[200];

        for (int seed = 0; seed < 2000; seed++) {
            for (int row :
                    Draw.of(examples, QUOTAS, RandomNumbers.of(seed, 1)).drawn().rows()) {
                times[row]++;
            }
        }

        // Class 4 has 40 examples of which 10 are drawn: 500 times each, deviation 19.
        for (int row = 4; row < times.length; row += CLASSES) {
            assertThat(times[row]).isBetween(400, 600);
        }
    }

    private static Selection examples() {
        byte[] labels = new byte[200];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % CLASSES);
        }
        return new Stored(new Features.Bytes(new byte[200]), labels, 1).all();
    }
}
