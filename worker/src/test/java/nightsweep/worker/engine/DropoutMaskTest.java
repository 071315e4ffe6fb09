package nightsweep.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutMaskTest {
    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    private static float[] fill(DropoutMask mask, long step, int first, int count) {
        float[] values = new float[count];
        mask.fill(step, first, count, values);
        return values;
    }

    private static double share(float[] mask) {
        return IntStream.range(0, mask.length).filter(i -> mask[i] == 0).count() / (double) mask.length;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void dropsAtItsRate(int seed) {
        float[] values = fill(new DropoutMask(seed, 0, 0.2), 17, 0, 40_000);

        assertThat(share(values)).isCloseTo(0.2, within(4 * Math.sqrt(0.2 * 0.8 / 40_000)));
        for (float value : values) {
            assertThat(value).isIn(0f, 1.25f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 64, 97})
    void givesAnyPartByItself(int first) {
        DropoutMask mask = new DropoutMask(5, 1, 0.5);
        float[] all = fill(mask, 3, 0, 120);

        for (int count = 0; count <= 23; count++) {
            float[] part = fill(mask, 3, first, count);

            assertThat(part).isEqualTo(Arrays.copyOfRange(all, first, first + count));
        }
    }

    @Test
    void givesAStepWithoutThoseBeforeIt() {
        DropoutMask asked = new DropoutMask(5, 1, 0.5);
        fill(asked, 0, 0, 100);

        float[] later = fill(asked, 1_000_000, 0, 100);

        assertThat(later).isEqualTo(fill(new DropoutMask(5, 1, 0.5), 1_000_000, 0, 100));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesBetweenStepsLayersAndSeedsNoMoreOftenThanChance(int seed) {
        float[] values = fill(new DropoutMask(seed, 0, 0.5), 0, 0, 10_000);
        float[] nextStep = fill(new DropoutMask(seed, 0, 0.5), 1, 0, 10_000);
        float[] nextLayer = fill(new DropoutMask(seed, 1, 0.5), 0, 0, 10_000);
        float[] nextSeed = fill(new DropoutMask(seed + 1, 0, 0.5), 0, 0, 10_000);

        for (float[] other : new float[][] {nextStep, nextLayer}) {
            long same = IntStream.range(0, 10_000)
                    .filter(i -> values[i] == other[i])
                    .count();
            assertThat(same).isBetween(4_750L, 5_250L);
        }
        assertThat(nextSeed).isNotEqualTo(values);
    }

    @Test
    void holdsFourDecisionsInAWord() {
        DropoutMask mask = new DropoutMask(9, 2, 0.3);
        float[] values = fill(mask, 4, 0, 8);

        for (int i = 0; i < 8; i++) {
            long bits = mask.word(4, i / 4) >>> (16 * (i % 4)) & 0xffff;
            assertThat(values[i]).isEqualTo(bits < mask.threshold() ? 0 : mask.scale());
        }
    }

    @Test
    void keepsEverythingAtRateZero() {
        float[] values = fill(new DropoutMask(1, 0, 0), 0, 0, 1_000);

        assertThat(share(values)).isZero();
        assertThat(values[0]).isEqualTo(1f);
    }
}
