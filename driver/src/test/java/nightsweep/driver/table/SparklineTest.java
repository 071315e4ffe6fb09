package nightsweep.driver.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void drawsEachValue() {
        assertThat(Sparkline.of(new double[] {0, 1, 2, 3, 4, 5, 6, 7, Double.NaN, 3.5}))
                .isEqualTo("▁▂▃▄▅▆▇█ ▅");
        assertThat(Sparkline.of(new double[] {0.3, 0.3})).isEqualTo("▅▅");
        assertThat(Sparkline.of(new double[0])).isEmpty();
    }

    @Test
    void drawsStretchesOfLongCurves() {
        String line = Sparkline.of(IntStream.range(0, 1_000).asDoubleStream().toArray());

        assertThat(line).hasSize(40).startsWith("▁▁▁▁▁▂").endsWith("▇█████");
    }

    @Test
    void hasAPlainSignForEachBar() {
        assertThat(Sparkline.PLAIN_BARS).hasSameSizeAs(Sparkline.BARS);
    }
}
