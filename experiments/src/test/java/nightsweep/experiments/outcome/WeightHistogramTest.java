package nightsweep.experiments.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightHistogramTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void countsEveryWeightInItsPart(int seed) {
        Random random = new Random(seed);
        float[] weights = new float[1 + random.nextInt(500)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
        }

        WeightHistogram histogram = WeightHistogram.of(weights);

        assertThat(histogram.count()).isEqualTo(weights.length);
        double below = Double.NEGATIVE_INFINITY;
        for (int part = 0; part < histogram.counts().size(); part++) {
            long wanted = 0;
            for (float weight : weights) {
                wanted += weight > below && weight <= histogram.limit(part) ? 1 : 0;
            }
            // A weight at the edge of two parts may be told of either.
            assertThat((double) histogram.counts().get(part)).isCloseTo((double) wanted, within(1.0));
            below = histogram.limit(part);
        }
        assertThat(below).isEqualTo(histogram.greatest());
    }

    @Test
    void tellsExtremesAndSums() {
        WeightHistogram histogram = WeightHistogram.of(new float[] {-1, 0, 2});

        assertThat(histogram.least()).isEqualTo(-1);
        assertThat(histogram.greatest()).isEqualTo(2);
        assertThat(histogram.sum()).isEqualTo(1);
        assertThat(histogram.squares()).isEqualTo(5);
    }

    @Test
    void hasOnePartWhereAllWeightsAreEqual() {
        assertThat(WeightHistogram.of(new float[] {0.5f, 0.5f}).counts()).isEqualTo(List.of(2L));
        assertThat(WeightHistogram.of(new float[] {0.5f, 0.5f}).limit(0)).isEqualTo(0.5);
    }

    @Test
    void isMissingWhereAWeightIsNoNumber() {
        assertThat(WeightHistogram.of(new float[] {1, Float.NaN}).missing()).isTrue();
        assertThat(WeightHistogram.of(new float[] {1, Float.POSITIVE_INFINITY}).missing())
                .isTrue();
    }
}
