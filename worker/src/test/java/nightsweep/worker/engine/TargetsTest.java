package nightsweep.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import nightsweep.experiments.network.TargetEncoding;
import org.junit.jupiter.api.Test;

class TargetsTest {

    @Test
    void writesOneUnitAClass() {
        float[] rows = new float[6];

        new Targets(3, 3, TargetEncoding.ZERO_ONE).write(2, FloatBuffer.wrap(rows), 0, 1);
        new Targets(3, 3, TargetEncoding.MINUS_ONE_ONE).write(0, FloatBuffer.wrap(rows), 3, 1);

        assertThat(rows).containsExactly(0, 0, 1, 1, -1, -1);
    }

    @Test
    void writesColumnByColumnWithAStride() {
        float[] columns = new float[4];

        new Targets(2, 2, TargetEncoding.ZERO_ONE).write(0, FloatBuffer.wrap(columns), 0, 2);
        new Targets(2, 2, TargetEncoding.ZERO_ONE).write(1, FloatBuffer.wrap(columns), 1, 2);

        assertThat(columns).containsExactly(1, 0, 0, 1);
    }

    @Test
    void writesOneUnitForTwoClasses() {
        float[] rows = new float[4];

        new Targets(1, 2, TargetEncoding.ZERO_ONE).write(0, FloatBuffer.wrap(rows), 0, 1);
        new Targets(1, 2, TargetEncoding.ZERO_ONE).write(1, FloatBuffer.wrap(rows), 1, 1);
        new Targets(1, 2, TargetEncoding.MINUS_ONE_ONE).write(0, FloatBuffer.wrap(rows), 2, 1);
        new Targets(1, 2, TargetEncoding.MINUS_ONE_ONE).write(1, FloatBuffer.wrap(rows), 3, 1);

        assertThat(rows).containsExactly(0, 1, -1, 1);
    }

    @Test
    void predictsTheFirstOfTheLargest() {
        FloatBuffer outputs = FloatBuffer.wrap(new float[] {0.1f, 0.4f, 0.4f, Float.NaN, 1, 2});

        assertThat(new Targets(3, 3, TargetEncoding.ZERO_ONE).predicted(outputs, 0, 1))
                .isEqualTo(1);
        assertThat(new Targets(3, 3, TargetEncoding.ZERO_ONE).predicted(outputs, 3, 1))
                .isEqualTo(0);
        assertThat(new Targets(2, 2, TargetEncoding.ZERO_ONE).predicted(outputs, 0, 5))
                .isEqualTo(1);
    }

    @Test
    void trainsSpareUnitsToBeLowAndNeverPredictsThem() {
        Targets targets = new Targets(4, 3, TargetEncoding.MINUS_ONE_ONE);
        float[] rows = new float[8];
        targets.write(0, FloatBuffer.wrap(rows), 0, 1);
        targets.write(2, FloatBuffer.wrap(rows), 4, 1);
        FloatBuffer outputs = FloatBuffer.wrap(new float[] {0.1f, 0.3f, 0.2f, 0.9f});

        assertThat(rows).containsExactly(1, -1, -1, -1, -1, -1, 1, -1);
        assertThat(targets.spare()).isTrue();
        assertThat(targets.predicted(outputs, 0, 1)).isEqualTo(1);
        assertThat(targets.predicted(new double[] {0.1, 0.3, 0.2, 0.9})).isEqualTo(1);
        assertThat(targets.largest(outputs, 0, 1)).isEqualTo(3);
        assertThat(new Targets(3, 2, TargetEncoding.ZERO_ONE).predicted(new double[] {0.1, 0.2, 0.7}))
                .isEqualTo(1);
    }

    @Test
    void refusesFewerUnitsThanClassesNeed() {
        assertThat(new Targets(1, 2, TargetEncoding.ZERO_ONE).spare()).isFalse();
        assertThat(new Targets(3, 3, TargetEncoding.ZERO_ONE).spare()).isFalse();
        assertThatThrownBy(() -> new Targets(2, 3, TargetEncoding.ZERO_ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 output units cannot tell 3 classes apart.");
    }

    @Test
    void predictsClassOneAboveTheThreshold() {
        FloatBuffer outputs = FloatBuffer.wrap(new float[] {0.5f, 0.6f, 0, 0.1f});
        Targets zeroOne = new Targets(1, 2, TargetEncoding.ZERO_ONE);
        Targets minusOneOne = new Targets(1, 2, TargetEncoding.MINUS_ONE_ONE);

        assertThat(zeroOne.predicted(outputs, 0, 1)).isEqualTo(0);
        assertThat(zeroOne.predicted(outputs, 1, 1)).isEqualTo(1);
        assertThat(minusOneOne.predicted(outputs, 2, 1)).isEqualTo(0);
        assertThat(minusOneOne.predicted(outputs, 3, 1)).isEqualTo(1);
    }
}
