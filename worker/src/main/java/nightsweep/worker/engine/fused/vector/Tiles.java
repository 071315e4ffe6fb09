package nightsweep.worker.engine.fused.vector;

import static nightsweep.worker.engine.fused.vector.Lanes.COUNT;
import static nightsweep.worker.engine.fused.vector.Lanes.FLOATS;
import static nightsweep.worker.engine.fused.vector.Lanes.ZERO;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import nightsweep.worker.engine.fused.kernel.Specialised;

/**
 * Products with a panel of one width, by tiles that stay in registers while they are summed up: one row or four by a few
 * vectors. Copied for each width by {@link Specialised}. Each vector is a local of its own and begins anew: the JIT compiler
 * keeps nothing else in registers, and what begins as a constant goes to the heap. Places move by steps that it knows, so that
 * it looks at their bounds once.
 *
 * <p>Tiles take the place of the first number in the first factor's array, that of the first vector in the panel's, and that of
 * the first result. Adding zero at the end makes a zero of {@code -0}.
 */
final class Tiles implements PanelProduct {
    private static final int WIDTH = Specialised.function(MethodHandles.lookup(), Integer.class);

    Tiles() {}

    @Override
    public void into(float[] strips, int rows, float[] panel, int start, int inner, Results results, int to) {
        int column = 0;
        while (column < WIDTH) {
            int vectors = vectors(WIDTH - column);
            tiles(vectors, strips, rows, panel, start + column, inner, results, to + column);
            column += vectors * COUNT;
        }
    }

    /** How many vectors a tile has where so many columns are left. As many as fit the registers: wide vectors have twice those. */
    private static int vectors(int left) {
        int most = Math.min(COUNT == 16 ? 4 : 2, left / COUNT);
        return most == 3 ? 2 : most;
    }

    private static void tiles(
            int vectors, float[] strips, int rows, float[] panel, int start, int inner, Results results, int to) {
        int row = 0;
        for (; row <= rows - ROWS; row += ROWS) {
            int read = row * inner;
            int write = to + row * results.step();
            switch (vectors) {
                case 4 -> fourByFour(strips, read, panel, start, inner, results, write);
                case 2 -> fourByTwo(strips, read, panel, start, inner, results, write);
                default -> fourByOne(strips, read, panel, start, inner, results, write);
            }
        }
        for (; row < rows; row++) {
            int read = row * inner;
            int write = to + row * results.step();
            switch (vectors) {
                case 4 -> oneByFour(strips, read, panel, start, inner, results, write);
                case 2 -> oneByTwo(strips, read, panel, start, inner, results, write);
                default -> oneByOne(strips, read, panel, start, inner, results, write);
            }
        }
    }

    private static void fourByFour(float[] a, int from, float[] b, int start, int inner, Results results, int to) {
        FloatVector sum00 = FloatVector.zero(FLOATS);
        FloatVector sum01 = FloatVector.zero(FLOATS);
        FloatVector sum02 = FloatVector.zero(FLOATS);
        FloatVector sum03 = FloatVector.zero(FLOATS);
        FloatVector sum10 = FloatVector.zero(FLOATS);
        FloatVector sum11 = FloatVector.zero(FLOATS);
        FloatVector sum12 = FloatVector.zero(FLOATS);
        FloatVector sum13 = FloatVector.zero(FLOATS);
        FloatVector sum20 = FloatVector.zero(FLOATS);
        FloatVector sum21 = FloatVector.zero(FLOATS);
        FloatVector sum22 = FloatVector.zero(FLOATS);
        FloatVector sum23 = FloatVector.zero(FLOATS);
        FloatVector sum30 = FloatVector.zero(FLOATS);
        FloatVector sum31 = FloatVector.zero(FLOATS);
        FloatVector sum32 = FloatVector.zero(FLOATS);
        FloatVector sum33 = FloatVector.zero(FLOATS);
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH + COUNT);
            FloatVector b2 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH + 2 * COUNT);
            FloatVector b3 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH + 3 * COUNT);
            FloatVector value = FloatVector.broadcast(FLOATS, a[from + k * ROWS]);
            sum00 = value.fma(b0, sum00);
            sum01 = value.fma(b1, sum01);
            sum02 = value.fma(b2, sum02);
            sum03 = value.fma(b3, sum03);
            value = FloatVector.broadcast(FLOATS, a[from + k * ROWS + 1]);
            sum10 = value.fma(b0, sum10);
            sum11 = value.fma(b1, sum11);
            sum12 = value.fma(b2, sum12);
            sum13 = value.fma(b3, sum13);
            value = FloatVector.broadcast(FLOATS, a[from + k * ROWS + 2]);
            sum20 = value.fma(b0, sum20);
            sum21 = value.fma(b1, sum21);
            sum22 = value.fma(b2, sum22);
            sum23 = value.fma(b3, sum23);
            value = FloatVector.broadcast(FLOATS, a[from + k * ROWS + 3]);
            sum30 = value.fma(b0, sum30);
            sum31 = value.fma(b1, sum31);
            sum32 = value.fma(b2, sum32);
            sum33 = value.fma(b3, sum33);
        }
        int step = results.step();
        sum00 = sum00.add(ZERO);
        sum01 = sum01.add(ZERO);
        sum02 = sum02.add(ZERO);
        sum03 = sum03.add(ZERO);
        sum10 = sum10.add(ZERO);
        sum11 = sum11.add(ZERO);
        sum12 = sum12.add(ZERO);
        sum13 = sum13.add(ZERO);
        sum20 = sum20.add(ZERO);
        sum21 = sum21.add(ZERO);
        sum22 = sum22.add(ZERO);
        sum23 = sum23.add(ZERO);
        sum30 = sum30.add(ZERO);
        sum31 = sum31.add(ZERO);
        sum32 = sum32.add(ZERO);
        sum33 = sum33.add(ZERO);
        float[] c = results.array();
        if (results.add()) {
            FloatVector weight = FloatVector.broadcast(FLOATS, results.weight());
            sum00 = sum00.fma(weight, FloatVector.fromArray(FLOATS, c, to));
            sum01 = sum01.fma(weight, FloatVector.fromArray(FLOATS, c, to + COUNT));
            sum02 = sum02.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * COUNT));
            sum03 = sum03.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * COUNT));
            sum10 = sum10.fma(weight, FloatVector.fromArray(FLOATS, c, to + step));
            sum11 = sum11.fma(weight, FloatVector.fromArray(FLOATS, c, to + step + COUNT));
            sum12 = sum12.fma(weight, FloatVector.fromArray(FLOATS, c, to + step + 2 * COUNT));
            sum13 = sum13.fma(weight, FloatVector.fromArray(FLOATS, c, to + step + 3 * COUNT));
            sum20 = sum20.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * step));
            sum21 = sum21.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * step + COUNT));
            sum22 = sum22.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * step + 2 * COUNT));
            sum23 = sum23.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * step + 3 * COUNT));
            sum30 = sum30.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * step));
            sum31 = sum31.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * step + COUNT));
            sum32 = sum32.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * step + 2 * COUNT));
            sum33 = sum33.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * step + 3 * COUNT));
        }
        sum00.intoArray(c, to);
        sum01.intoArray(c, to + COUNT);
        sum02.intoArray(c, to + 2 * COUNT);
        sum03.intoArray(c, to + 3 * COUNT);
        sum10.intoArray(c, to + step);
        sum11.intoArray(c, to + step + COUNT);
        sum12.intoArray(c, to + step + 2 * COUNT);
        sum13.intoArray(c, to + step + 3 * COUNT);
        sum20.intoArray(c, to + 2 * step);
        sum21.intoArray(c, to + 2 * step + COUNT);
        sum22.intoArray(c, to + 2 * step + 2 * COUNT);
        sum23.intoArray(c, to + 2 * step + 3 * COUNT);
        sum30.intoArray(c, to + 3 * step);
        sum31.intoArray(c, to + 3 * step + COUNT);
        sum32.intoArray(c, to + 3 * step + 2 * COUNT);
        sum33.intoArray(c, to + 3 * step + 3 * COUNT);
    }

    private static void fourByTwo(float[] a, int from, float[] b, int start, int inner, Results results, int to) {
        FloatVector sum00 = FloatVector.zero(FLOATS);
        FloatVector sum01 = FloatVector.zero(FLOATS);
        FloatVector sum10 = FloatVector.zero(FLOATS);
        FloatVector sum11 = FloatVector.zero(FLOATS);
        FloatVector sum20 = FloatVector.zero(FLOATS);
        FloatVector sum21 = FloatVector.zero(FLOATS);
        FloatVector sum30 = FloatVector.zero(FLOATS);
        FloatVector sum31 = FloatVector.zero(FLOATS);
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH + COUNT);
            FloatVector value = FloatVector.broadcast(FLOATS, a[from + k * ROWS]);
            sum00 = value.fma(b0, sum00);
            sum01 = value.fma(b1, sum01);
            value = FloatVector.broadcast(FLOATS, a[from + k * ROWS + 1]);
            sum10 = value.fma(b0, sum10);
            sum11 = value.fma(b1, sum11);
            value = FloatVector.broadcast(FLOATS, a[from + k * ROWS + 2]);
            sum20 = value.fma(b0, sum20);
            sum21 = value.fma(b1, sum21);
            value = FloatVector.broadcast(FLOATS, a[from + k * ROWS + 3]);
            sum30 = value.fma(b0, sum30);
            sum31 = value.fma(b1, sum31);
        }
        int step = results.step();
        sum00 = sum00.add(ZERO);
        sum01 = sum01.add(ZERO);
        sum10 = sum10.add(ZERO);
        sum11 = sum11.add(ZERO);
        sum20 = sum20.add(ZERO);
        sum21 = sum21.add(ZERO);
        sum30 = sum30.add(ZERO);
        sum31 = sum31.add(ZERO);
        float[] c = results.array();
        if (results.add()) {
            FloatVector weight = FloatVector.broadcast(FLOATS, results.weight());
            sum00 = sum00.fma(weight, FloatVector.fromArray(FLOATS, c, to));
            sum01 = sum01.fma(weight, FloatVector.fromArray(FLOATS, c, to + COUNT));
            sum10 = sum10.fma(weight, FloatVector.fromArray(FLOATS, c, to + step));
            sum11 = sum11.fma(weight, FloatVector.fromArray(FLOATS, c, to + step + COUNT));
            sum20 = sum20.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * step));
            sum21 = sum21.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * step + COUNT));
            sum30 = sum30.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * step));
            sum31 = sum31.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * step + COUNT));
        }
        sum00.intoArray(c, to);
        sum01.intoArray(c, to + COUNT);
        sum10.intoArray(c, to + step);
        sum11.intoArray(c, to + step + COUNT);
        sum20.intoArray(c, to + 2 * step);
        sum21.intoArray(c, to + 2 * step + COUNT);
        sum30.intoArray(c, to + 3 * step);
        sum31.intoArray(c, to + 3 * step + COUNT);
    }

    private static void fourByOne(float[] a, int from, float[] b, int start, int inner, Results results, int to) {
        FloatVector sum00 = FloatVector.zero(FLOATS);
        FloatVector sum10 = FloatVector.zero(FLOATS);
        FloatVector sum20 = FloatVector.zero(FLOATS);
        FloatVector sum30 = FloatVector.zero(FLOATS);
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH);
            FloatVector value = FloatVector.broadcast(FLOATS, a[from + k * ROWS]);
            sum00 = value.fma(b0, sum00);
            value = FloatVector.broadcast(FLOATS, a[from + k * ROWS + 1]);
            sum10 = value.fma(b0, sum10);
            value = FloatVector.broadcast(FLOATS, a[from + k * ROWS + 2]);
            sum20 = value.fma(b0, sum20);
            value = FloatVector.broadcast(FLOATS, a[from + k * ROWS + 3]);
            sum30 = value.fma(b0, sum30);
        }
        int step = results.step();
        sum00 = sum00.add(ZERO);
        sum10 = sum10.add(ZERO);
        sum20 = sum20.add(ZERO);
        sum30 = sum30.add(ZERO);
        float[] c = results.array();
        if (results.add()) {
            FloatVector weight = FloatVector.broadcast(FLOATS, results.weight());
            sum00 = sum00.fma(weight, FloatVector.fromArray(FLOATS, c, to));
            sum10 = sum10.fma(weight, FloatVector.fromArray(FLOATS, c, to + step));
            sum20 = sum20.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * step));
            sum30 = sum30.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * step));
        }
        sum00.intoArray(c, to);
        sum10.intoArray(c, to + step);
        sum20.intoArray(c, to + 2 * step);
        sum30.intoArray(c, to + 3 * step);
    }

    private static void oneByFour(float[] a, int from, float[] b, int start, int inner, Results results, int to) {
        FloatVector sum0 = FloatVector.zero(FLOATS);
        FloatVector sum1 = FloatVector.zero(FLOATS);
        FloatVector sum2 = FloatVector.zero(FLOATS);
        FloatVector sum3 = FloatVector.zero(FLOATS);
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH + COUNT);
            FloatVector b2 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH + 2 * COUNT);
            FloatVector b3 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH + 3 * COUNT);
            FloatVector value = FloatVector.broadcast(FLOATS, a[from + k]);
            sum0 = value.fma(b0, sum0);
            sum1 = value.fma(b1, sum1);
            sum2 = value.fma(b2, sum2);
            sum3 = value.fma(b3, sum3);
        }
        sum0 = sum0.add(ZERO);
        sum1 = sum1.add(ZERO);
        sum2 = sum2.add(ZERO);
        sum3 = sum3.add(ZERO);
        float[] c = results.array();
        if (results.add()) {
            FloatVector weight = FloatVector.broadcast(FLOATS, results.weight());
            sum0 = sum0.fma(weight, FloatVector.fromArray(FLOATS, c, to));
            sum1 = sum1.fma(weight, FloatVector.fromArray(FLOATS, c, to + COUNT));
            sum2 = sum2.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * COUNT));
            sum3 = sum3.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * COUNT));
        }
        sum0.intoArray(c, to);
        sum1.intoArray(c, to + COUNT);
        sum2.intoArray(c, to + 2 * COUNT);
        sum3.intoArray(c, to + 3 * COUNT);
    }

    private static void oneByTwo(float[] a, int from, float[] b, int start, int inner, Results results, int to) {
        FloatVector sum0 = FloatVector.zero(FLOATS);
        FloatVector sum1 = FloatVector.zero(FLOATS);
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH + COUNT);
            FloatVector value = FloatVector.broadcast(FLOATS, a[from + k]);
            sum0 = value.fma(b0, sum0);
            sum1 = value.fma(b1, sum1);
        }
        sum0 = sum0.add(ZERO);
        sum1 = sum1.add(ZERO);
        float[] c = results.array();
        if (results.add()) {
            FloatVector weight = FloatVector.broadcast(FLOATS, results.weight());
            sum0 = sum0.fma(weight, FloatVector.fromArray(FLOATS, c, to));
            sum1 = sum1.fma(weight, FloatVector.fromArray(FLOATS, c, to + COUNT));
        }
        sum0.intoArray(c, to);
        sum1.intoArray(c, to + COUNT);
    }

    private static void oneByOne(float[] a, int from, float[] b, int start, int inner, Results results, int to) {
        FloatVector sum0 = FloatVector.zero(FLOATS);
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH);
            FloatVector value = FloatVector.broadcast(FLOATS, a[from + k]);
            sum0 = value.fma(b0, sum0);
        }
        sum0 = sum0.add(ZERO);
        float[] c = results.array();
        if (results.add()) {
            FloatVector weight = FloatVector.broadcast(FLOATS, results.weight());
            sum0 = sum0.fma(weight, FloatVector.fromArray(FLOATS, c, to));
        }
        sum0.intoArray(c, to);
    }
}
