package nightsweep.worker.dataset.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScaleMeasurementTest {
    private static final Offset<Float> ROUNDING = Offset.offset(1e-6f);

    @Test
    void leavesValuesAsTheyAre() {
        assertThat(scaled(new Scaling.None(), bytes(0, 7, 255), 1)).containsExactly(0, 7, 255);
    }

    @Test
    void dividesBytesBy255() {
        float[] scaled = scaled(new Scaling.Unit(), bytes(0, 51, 255), 1);

        assertThat(scaled[0]).isZero();
        assertThat(scaled[1]).isEqualTo(0.2f, ROUNDING);
        assertThat(scaled[2]).isOne();
    }

    @Test
    void putsNumbersBetweenTheirExtremes() {
        float[] scaled = scaled(new Scaling.Unit(), new Features.Floats(new float[] {-1, 7, 3, 7, 1, 7}), 2);

        assertThat(scaled).containsExactly(0, 0, 1, 0, 0.5f, 0);
    }

    /** Of 1, 2, 4, 8, 10: median 4, quartiles 2 and 8; of 1, 2, 4, 8: 3, 1.75 and 5: what RobustScaler has. */
    @Test
    void putsTheMiddleHalfOfNumbersOneApart() {
        assertThat(scaled(new Scaling.Robust(), new Features.Floats(new float[] {1, 2, 4, 8, 10}), 1))
                .containsExactly(new float[] {-.5f, -1 / 3f, 0, 2 / 3f, 1}, ROUNDING);
        assertThat(scaled(new Scaling.Robust(), new Features.Floats(new float[] {8, 1, 4, 2}), 1))
                .containsExactly(new float[] {5 / 3.25f, -2 / 3.25f, 1 / 3.25f, -1 / 3.25f}, ROUNDING);
    }

    @Test
    void doesNotDivideByARangeOfNothing() {
        assertThat(scaled(new Scaling.Robust(), new Features.Floats(new float[] {3, 3, 3, 3, 3, 8}), 1))
                .containsExactly(0, 0, 0, 0, 0, 5);
    }

    @Test
    void standardisesBytesByGivenFiguresOfTheUnitRange() {
        float[] scaled = scaled(new Scaling.Given(0.2, 0.4), bytes(0, 51, 255), 1);

        assertThat(scaled[0]).isEqualTo(-0.5f, ROUNDING);
        assertThat(scaled[1]).isEqualTo(0, ROUNDING);
        assertThat(scaled[2]).isEqualTo(2, ROUNDING);
    }

    @Test
    void standardisesNumbersByGivenFigures() {
        float[] scaled = scaled(new Scaling.Given(3, 2), new Features.Floats(new float[] {3, 7}), 1);

        assertThat(scaled).containsExactly(0, 2);
    }

    @Test
    void standardisesEachColumn() {
        float[] scaled =
                scaled(new Scaling.Measured(Scaling.Over.COLUMN), new Features.Floats(new float[] {1, 100, 3, 300}), 2);

        assertThat(scaled).containsExactly(-1, -1, 1, 1);
    }

    @Test
    void standardisesAllColumnsTogether() {
        float[] scaled = scaled(new Scaling.Measured(Scaling.Over.ALL), bytes(0, 0, 2, 2), 2);

        assertThat(scaled).containsExactly(-1, -1, 1, 1);
    }

    @Test
    void makesColumnsThatNeverVaryZero() {
        float[] constant = new float[300];
        Arrays.fill(constant, 0.1f);

        for (Scaling scaling : new Scaling[] {
            new Scaling.Unit(), new Scaling.Measured(Scaling.Over.COLUMN), new Scaling.Measured(Scaling.Over.ALL)
        }) {
            assertThat(scaled(scaling, new Features.Floats(constant), 3)).containsOnly(0);
        }
    }

    @Test
    void measuresSelectedExamplesOnly() {
        Stored stored = new Stored(new Features.Floats(new float[] {1, 1000, 3}), new byte[3], 1);

        ColumnScale scale =
                ScaleMeasurement.of(new Scaling.Measured(Scaling.Over.COLUMN), new Selection(stored, new int[] {0, 2}));

        assertThat(scale.factors()).containsExactly(1);
        assertThat(scale.offsets()).containsExactly(-2);
    }

    private static float[] scaled(Scaling scaling, Features features, int width) {
        Selection train = new Stored(features, new byte[features.length() / width], width).all();
        ColumnScale scale = ScaleMeasurement.of(scaling, train);
        float[] scaled = new float[features.length()];
        float[] row = new float[width];
        for (int start = 0; start < scaled.length; start += width) {
            features.read(start, row);
            scale.apply(row);
            System.arraycopy(row, 0, scaled, start, width);
        }
        return scaled;
    }

    private static Features bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new Features.Bytes(bytes);
    }
}
