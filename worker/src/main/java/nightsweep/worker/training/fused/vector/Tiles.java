package nightsweep.worker.training.fused.vector;

import static nightsweep.worker.training.fused.memory.Panels.WIDTH;
import static nightsweep.worker.training.fused.vector.Lanes.FLOATS;
import static nightsweep.worker.training.fused.vector.Lanes.ZERO;

import jdk.incubator.vector.FloatVector;
import nightsweep.worker.training.fused.memory.Panels;

/**
 * Parts of a product that stay in registers while they are summed up: one row or four by a few vectors. Numbers of four rows
 * stand together, four and four. Each vector is a local of its own and begins anew: the JIT compiler keeps nothing else in
 * registers, and what begins as a constant goes to the heap. Places move by steps that it knows, so that it looks at their
 * bounds once.
 *
 * <p>All take the place of the first number in the first factor's array; the place of the first vector in the array of the
 * panels and the step to the next; and the place of the first result. Adding zero at the end makes a zero of {@code -0}.
 */
final class Tiles {
    private Tiles() {}

    static void fourByFour(float[] a, int from, Panels panels, int start, int gap, Results results, int to) {
        float[] b = panels.floats().array();
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
        int inner = panels.rows();
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, start + gap + k * WIDTH);
            FloatVector b2 = FloatVector.fromArray(FLOATS, b, start + 2 * gap + k * WIDTH);
            FloatVector b3 = FloatVector.fromArray(FLOATS, b, start + 3 * gap + k * WIDTH);
            FloatVector value = FloatVector.broadcast(FLOATS, a[from + k * 4]);
            sum00 = value.fma(b0, sum00);
            sum01 = value.fma(b1, sum01);
            sum02 = value.fma(b2, sum02);
            sum03 = value.fma(b3, sum03);
            value = FloatVector.broadcast(FLOATS, a[from + k * 4 + 1]);
            sum10 = value.fma(b0, sum10);
            sum11 = value.fma(b1, sum11);
            sum12 = value.fma(b2, sum12);
            sum13 = value.fma(b3, sum13);
            value = FloatVector.broadcast(FLOATS, a[from + k * 4 + 2]);
            sum20 = value.fma(b0, sum20);
            sum21 = value.fma(b1, sum21);
            sum22 = value.fma(b2, sum22);
            sum23 = value.fma(b3, sum23);
            value = FloatVector.broadcast(FLOATS, a[from + k * 4 + 3]);
            sum30 = value.fma(b0, sum30);
            sum31 = value.fma(b1, sum31);
            sum32 = value.fma(b2, sum32);
            sum33 = value.fma(b3, sum33);
        }
        int step = results.step();
        int apart = results.apart();
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
            sum01 = sum01.fma(weight, FloatVector.fromArray(FLOATS, c, to + apart));
            sum02 = sum02.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * apart));
            sum03 = sum03.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * apart));
            sum10 = sum10.fma(weight, FloatVector.fromArray(FLOATS, c, to + step));
            sum11 = sum11.fma(weight, FloatVector.fromArray(FLOATS, c, to + step + apart));
            sum12 = sum12.fma(weight, FloatVector.fromArray(FLOATS, c, to + step + 2 * apart));
            sum13 = sum13.fma(weight, FloatVector.fromArray(FLOATS, c, to + step + 3 * apart));
            sum20 = sum20.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * step));
            sum21 = sum21.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * step + apart));
            sum22 = sum22.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * step + 2 * apart));
            sum23 = sum23.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * step + 3 * apart));
            sum30 = sum30.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * step));
            sum31 = sum31.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * step + apart));
            sum32 = sum32.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * step + 2 * apart));
            sum33 = sum33.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * step + 3 * apart));
        }
        sum00.intoArray(c, to);
        sum01.intoArray(c, to + apart);
        sum02.intoArray(c, to + 2 * apart);
        sum03.intoArray(c, to + 3 * apart);
        sum10.intoArray(c, to + step);
        sum11.intoArray(c, to + step + apart);
        sum12.intoArray(c, to + step + 2 * apart);
        sum13.intoArray(c, to + step + 3 * apart);
        sum20.intoArray(c, to + 2 * step);
        sum21.intoArray(c, to + 2 * step + apart);
        sum22.intoArray(c, to + 2 * step + 2 * apart);
        sum23.intoArray(c, to + 2 * step + 3 * apart);
        sum30.intoArray(c, to + 3 * step);
        sum31.intoArray(c, to + 3 * step + apart);
        sum32.intoArray(c, to + 3 * step + 2 * apart);
        sum33.intoArray(c, to + 3 * step + 3 * apart);
    }

    static void fourByTwo(float[] a, int from, Panels panels, int start, int gap, Results results, int to) {
        float[] b = panels.floats().array();
        FloatVector sum00 = FloatVector.zero(FLOATS);
        FloatVector sum01 = FloatVector.zero(FLOATS);
        FloatVector sum10 = FloatVector.zero(FLOATS);
        FloatVector sum11 = FloatVector.zero(FLOATS);
        FloatVector sum20 = FloatVector.zero(FLOATS);
        FloatVector sum21 = FloatVector.zero(FLOATS);
        FloatVector sum30 = FloatVector.zero(FLOATS);
        FloatVector sum31 = FloatVector.zero(FLOATS);
        int inner = panels.rows();
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, start + gap + k * WIDTH);
            FloatVector value = FloatVector.broadcast(FLOATS, a[from + k * 4]);
            sum00 = value.fma(b0, sum00);
            sum01 = value.fma(b1, sum01);
            value = FloatVector.broadcast(FLOATS, a[from + k * 4 + 1]);
            sum10 = value.fma(b0, sum10);
            sum11 = value.fma(b1, sum11);
            value = FloatVector.broadcast(FLOATS, a[from + k * 4 + 2]);
            sum20 = value.fma(b0, sum20);
            sum21 = value.fma(b1, sum21);
            value = FloatVector.broadcast(FLOATS, a[from + k * 4 + 3]);
            sum30 = value.fma(b0, sum30);
            sum31 = value.fma(b1, sum31);
        }
        int step = results.step();
        int apart = results.apart();
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
            sum01 = sum01.fma(weight, FloatVector.fromArray(FLOATS, c, to + apart));
            sum10 = sum10.fma(weight, FloatVector.fromArray(FLOATS, c, to + step));
            sum11 = sum11.fma(weight, FloatVector.fromArray(FLOATS, c, to + step + apart));
            sum20 = sum20.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * step));
            sum21 = sum21.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * step + apart));
            sum30 = sum30.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * step));
            sum31 = sum31.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * step + apart));
        }
        sum00.intoArray(c, to);
        sum01.intoArray(c, to + apart);
        sum10.intoArray(c, to + step);
        sum11.intoArray(c, to + step + apart);
        sum20.intoArray(c, to + 2 * step);
        sum21.intoArray(c, to + 2 * step + apart);
        sum30.intoArray(c, to + 3 * step);
        sum31.intoArray(c, to + 3 * step + apart);
    }

    static void fourByOne(float[] a, int from, Panels panels, int start, int gap, Results results, int to) {
        float[] b = panels.floats().array();
        FloatVector sum00 = FloatVector.zero(FLOATS);
        FloatVector sum10 = FloatVector.zero(FLOATS);
        FloatVector sum20 = FloatVector.zero(FLOATS);
        FloatVector sum30 = FloatVector.zero(FLOATS);
        int inner = panels.rows();
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH);
            FloatVector value = FloatVector.broadcast(FLOATS, a[from + k * 4]);
            sum00 = value.fma(b0, sum00);
            value = FloatVector.broadcast(FLOATS, a[from + k * 4 + 1]);
            sum10 = value.fma(b0, sum10);
            value = FloatVector.broadcast(FLOATS, a[from + k * 4 + 2]);
            sum20 = value.fma(b0, sum20);
            value = FloatVector.broadcast(FLOATS, a[from + k * 4 + 3]);
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

    static void oneByFour(float[] a, int from, Panels panels, int start, int gap, Results results, int to) {
        float[] b = panels.floats().array();
        FloatVector sum0 = FloatVector.zero(FLOATS);
        FloatVector sum1 = FloatVector.zero(FLOATS);
        FloatVector sum2 = FloatVector.zero(FLOATS);
        FloatVector sum3 = FloatVector.zero(FLOATS);
        int inner = panels.rows();
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, start + gap + k * WIDTH);
            FloatVector b2 = FloatVector.fromArray(FLOATS, b, start + 2 * gap + k * WIDTH);
            FloatVector b3 = FloatVector.fromArray(FLOATS, b, start + 3 * gap + k * WIDTH);
            FloatVector value = FloatVector.broadcast(FLOATS, a[from + k]);
            sum0 = value.fma(b0, sum0);
            sum1 = value.fma(b1, sum1);
            sum2 = value.fma(b2, sum2);
            sum3 = value.fma(b3, sum3);
        }
        int apart = results.apart();
        sum0 = sum0.add(ZERO);
        sum1 = sum1.add(ZERO);
        sum2 = sum2.add(ZERO);
        sum3 = sum3.add(ZERO);
        float[] c = results.array();
        if (results.add()) {
            FloatVector weight = FloatVector.broadcast(FLOATS, results.weight());
            sum0 = sum0.fma(weight, FloatVector.fromArray(FLOATS, c, to));
            sum1 = sum1.fma(weight, FloatVector.fromArray(FLOATS, c, to + apart));
            sum2 = sum2.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * apart));
            sum3 = sum3.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * apart));
        }
        sum0.intoArray(c, to);
        sum1.intoArray(c, to + apart);
        sum2.intoArray(c, to + 2 * apart);
        sum3.intoArray(c, to + 3 * apart);
    }

    static void oneByTwo(float[] a, int from, Panels panels, int start, int gap, Results results, int to) {
        float[] b = panels.floats().array();
        FloatVector sum0 = FloatVector.zero(FLOATS);
        FloatVector sum1 = FloatVector.zero(FLOATS);
        int inner = panels.rows();
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, start + k * WIDTH);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, start + gap + k * WIDTH);
            FloatVector value = FloatVector.broadcast(FLOATS, a[from + k]);
            sum0 = value.fma(b0, sum0);
            sum1 = value.fma(b1, sum1);
        }
        int apart = results.apart();
        sum0 = sum0.add(ZERO);
        sum1 = sum1.add(ZERO);
        float[] c = results.array();
        if (results.add()) {
            FloatVector weight = FloatVector.broadcast(FLOATS, results.weight());
            sum0 = sum0.fma(weight, FloatVector.fromArray(FLOATS, c, to));
            sum1 = sum1.fma(weight, FloatVector.fromArray(FLOATS, c, to + apart));
        }
        sum0.intoArray(c, to);
        sum1.intoArray(c, to + apart);
    }

    static void oneByOne(float[] a, int from, Panels panels, int start, int gap, Results results, int to) {
        float[] b = panels.floats().array();
        FloatVector sum0 = FloatVector.zero(FLOATS);
        int inner = panels.rows();
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
