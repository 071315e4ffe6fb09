package nightsweep.worker.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import nightsweep.worker.dataset.source.Features;
import org.junit.jupiter.api.Test;

class ExampleSetTest {
    private static final ColumnScale AS_STORED = ColumnScale.uniform(1, 0);

    @Test
    void gathersBytesAsNumbersFrom0To255() {
        ExampleSet examples = set(new Features.Bytes(new byte[] {0, 1, 2, 3, (byte) 128, (byte) 255}), AS_STORED);
        FloatBuffer out = buffer(4);

        examples.gather(new int[] {9, 1, 0, 9}, 1, 3, out);

        assertThat(contents(out)).containsExactly(0, 1, 128, 255);
        assertThat(out.position()).isZero();
    }

    @Test
    void scalesAllColumnsAlike() {
        ExampleSet examples = set(new Features.Bytes(new byte[] {0, 1, 2, 3, 4, 5}), ColumnScale.uniform(2, -1));
        FloatBuffer out = buffer(2);

        examples.gather(new int[] {0}, 0, 1, out);

        assertThat(contents(out)).containsExactly(7, 9);
    }

    @Test
    void scalesEachColumnByItself() {
        ColumnScale scale = new ColumnScale(new double[] {10, 100}, new double[] {0.5, -1});
        ExampleSet bytes = set(new Features.Bytes(new byte[] {0, 1, 2, 3, 4, 5}), scale);
        ExampleSet floats = set(new Features.Floats(new float[] {0, 1, 2, 3, 4, 5}), scale);
        FloatBuffer fromBytes = buffer(4);
        FloatBuffer fromFloats = buffer(4);

        bytes.gather(new int[] {0, 1}, 0, 2, fromBytes);
        floats.gather(new int[] {0, 1}, 0, 2, fromFloats);

        assertThat(contents(fromBytes)).containsExactly(40.5f, 499, 0.5f, 99);
        assertThat(contents(fromFloats)).isEqualTo(contents(fromBytes));
    }

    @Test
    void leavesStoredValuesAsTheyAre() {
        float[] stored = {1, 2, 3, 4, 5, 6};
        ExampleSet examples = set(new Features.Floats(stored), ColumnScale.uniform(2, 1));

        examples.gather(new int[] {0, 1}, 0, 2, buffer(4));

        assertThat(stored).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void seesLabelsThroughItsRows() {
        ExampleSet examples = set(new Features.Bytes(new byte[6]), AS_STORED);

        assertThat(examples.size()).isEqualTo(2);
        assertThat(examples.label(0)).isEqualTo(200);
        assertThat(examples.label(1)).isEqualTo(0);
    }

    @Test
    void rejectsFeaturesOfAnotherNumber() {
        Features features = new Features.Bytes(new byte[5]);

        assertThatThrownBy(() -> set(features, AS_STORED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 examples of 2 values are not 5 values.");
    }

    @Test
    void rejectsSizesWhoseProductIsNoInt() {
        // 65,536 x 65,536 is 0 in int arithmetic.
        Features features = new Features.Bytes(new byte[0]);

        assertThatThrownBy(() -> new ExampleSet(features, 1 << 16, new int[0], new byte[1 << 16], AS_STORED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("65536 examples of 65536 values are not 0 values.");
    }

    @Test
    void rejectsRowsThatAreNotStored() {
        Features features = new Features.Bytes(new byte[6]);

        assertThatThrownBy(() -> new ExampleSet(features, 2, new int[] {0, 3}, new byte[3], AS_STORED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row 3 is not one of 3 stored examples.");
    }

    @Test
    void rejectsScalesOfOtherWidth() {
        Features features = new Features.Bytes(new byte[6]);
        ColumnScale scale = new ColumnScale(new double[3], new double[3]);

        assertThatThrownBy(() -> set(features, scale))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A scale of 3 columns does not fit 2.");
    }

    /** Rows 2 and 0 of three stored examples of two values. */
    @Test
    void scalesInDoublePrecisionBeforeItNarrows() {
        double[] seconds = {1_700_000_001, 1_700_000_002};
        Features features = new Features.Doubles(seconds);
        ColumnScale scale = new ColumnScale(new double[] {0.5}, new double[] {-850_000_000});
        ExampleSet examples = new ExampleSet(features, 1, new int[] {0, 1}, new byte[2], scale);
        FloatBuffer out = FloatBuffer.allocate(2);

        examples.gather(new int[] {1, 0}, 0, 2, out);

        assertThat(out.array()).containsExactly(1, 0.5f);
        assertThat(examples.exact(0)).containsExactly(0.5);
    }

    private static ExampleSet set(Features features, ColumnScale scale) {
        return new ExampleSet(features, 2, new int[] {2, 0}, new byte[] {0, 1, (byte) 200}, scale);
    }

    private static FloatBuffer buffer(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Test
    void changesExamplesBeforeTheyAreScaled() {
        ExampleSet examples = new ExampleSet(
                        new Features.Bytes(new byte[] {1, 2, 3, 4}),
                        2,
                        new int[] {1, 0},
                        new byte[2],
                        ColumnScale.uniform(2, 1))
                .through((stored, values, changed) -> {
                    changed[0] = values[1];
                    changed[1] = 10 * stored;
                });
        FloatBuffer out = FloatBuffer.allocate(4);

        examples.gather(new int[] {0, 1}, 0, 2, out);

        assertThat(out.array()).containsExactly(9, 21, 5, 1);
        assertThat(examples.exact(0)).containsExactly(9, 21);
        assertThat(examples.bytes(0)).hasValue(new byte[] {3, 4});
    }

    private static float[] contents(FloatBuffer buffer) {
        float[] contents = new float[buffer.capacity()];
        buffer.get(0, contents);
        return contents;
    }
}
