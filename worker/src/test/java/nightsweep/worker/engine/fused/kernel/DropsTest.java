package nightsweep.worker.engine.fused.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import nightsweep.worker.engine.DropoutMask;
import nightsweep.worker.engine.fused.memory.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DropsTest {

    @ParameterizedTest
    @CsvSource({"0, 16", "0, 3", "5, 3", "7, 10", "256, 128"})
    void decidesAsTheMaskDoes(int firstRow, int units) {
        DropoutMask mask = new DropoutMask(99, 2, 0.3);
        float[] expected = new float[6 * units];
        mask.fill(4, (long) firstRow * units, expected.length, expected);
        Drops drops = new Drops(mask, Matrix.zeros(6, units), 1);

        drops.draw(4, firstRow, 6);

        int stride = drops.factors().stride();
        for (int i = 0; i < expected.length; i++) {
            int at = i / units * stride + i % units;
            assertThat(drops.factors().floats().values().get(at)).isEqualTo(expected[i]);
        }
    }

    @Test
    void countsTheValuesOfImagesChannelByChannel() {
        int pixels = 4;
        int channels = 3;
        DropoutMask mask = new DropoutMask(99, 2, 0.5);
        float[] expected = new float[2 * pixels * channels];
        mask.fill(4, 5L * pixels * channels, expected.length, expected);
        Drops drops = new Drops(mask, Matrix.zeros(2 * pixels, channels), pixels);

        drops.draw(4, 5, 2);

        for (int i = 0; i < expected.length; i++) {
            int image = i / (pixels * channels);
            int channel = i / pixels % channels;
            int row = image * pixels + i % pixels;
            int at = row * drops.factors().stride() + channel;
            assertThat(drops.factors().floats().values().get(at)).isEqualTo(expected[i]);
        }
    }
}
