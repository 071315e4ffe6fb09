package nightsweep.worker.training.fused.vector;

import static nightsweep.worker.training.fused.memory.Panels.WIDTH;
import static nightsweep.worker.training.fused.vector.Lanes.COUNT;
import static nightsweep.worker.training.fused.vector.Lanes.FLOATS;
import static nightsweep.worker.training.fused.vector.Lanes.ZERO;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import nightsweep.worker.training.fused.memory.Panels;
import nightsweep.worker.training.fused.product.Listed;

/**
 * {@link Tiles} of one row, whose factor is a list of what is not zero: its line {@code line}, times a few vectors. The more
 * there are, the less it costs to go through the list.
 */
final class ListedTiles {
    private ListedTiles() {}

    /** Whether {@code count} numbers from {@code start} on are finite; whole vectors. */
    static boolean finite(float[] numbers, int start, int count) {
        FloatVector even = FloatVector.zero(FLOATS);
        FloatVector odd = FloatVector.zero(FLOATS);
        int at = start;
        for (; at <= start + count - 2 * COUNT; at += 2 * COUNT) {
            even = FloatVector.fromArray(FLOATS, numbers, at).fma(ZERO, even);
            odd = FloatVector.fromArray(FLOATS, numbers, at + COUNT).fma(ZERO, odd);
        }
        for (; at < start + count; at += COUNT) {
            even = FloatVector.fromArray(FLOATS, numbers, at).fma(ZERO, even);
        }
        return even.add(odd).compare(VectorOperators.EQ, ZERO).allTrue();
    }

    /** Two vectors of each of four panels, {@code gap} apart. */
    static void byEight(Listed factor, int line, Panels panels, int start, int gap, Results results, int to) {
        int[] places = factor.places();
        float[] values = factor.values();
        float[] b = panels.floats().array();
        int last = factor.starts()[line + 1];
        FloatVector sum0 = FloatVector.zero(FLOATS);
        FloatVector sum1 = FloatVector.zero(FLOATS);
        FloatVector sum2 = FloatVector.zero(FLOATS);
        FloatVector sum3 = FloatVector.zero(FLOATS);
        FloatVector sum4 = FloatVector.zero(FLOATS);
        FloatVector sum5 = FloatVector.zero(FLOATS);
        FloatVector sum6 = FloatVector.zero(FLOATS);
        FloatVector sum7 = FloatVector.zero(FLOATS);
        for (int i = factor.starts()[line]; i < last; i++) {
            int at = start + places[i] * WIDTH;
            FloatVector value = FloatVector.broadcast(FLOATS, values[i]);
            sum0 = value.fma(FloatVector.fromArray(FLOATS, b, at), sum0);
            sum1 = value.fma(FloatVector.fromArray(FLOATS, b, at + COUNT), sum1);
            sum2 = value.fma(FloatVector.fromArray(FLOATS, b, at + gap), sum2);
            sum3 = value.fma(FloatVector.fromArray(FLOATS, b, at + gap + COUNT), sum3);
            sum4 = value.fma(FloatVector.fromArray(FLOATS, b, at + 2 * gap), sum4);
            sum5 = value.fma(FloatVector.fromArray(FLOATS, b, at + 2 * gap + COUNT), sum5);
            sum6 = value.fma(FloatVector.fromArray(FLOATS, b, at + 3 * gap), sum6);
            sum7 = value.fma(FloatVector.fromArray(FLOATS, b, at + 3 * gap + COUNT), sum7);
        }
        float[] c = results.array();
        int apart = results.apart();
        sum0 = sum0.add(ZERO);
        sum1 = sum1.add(ZERO);
        sum2 = sum2.add(ZERO);
        sum3 = sum3.add(ZERO);
        sum4 = sum4.add(ZERO);
        sum5 = sum5.add(ZERO);
        sum6 = sum6.add(ZERO);
        sum7 = sum7.add(ZERO);
        if (results.add()) {
            FloatVector weight = FloatVector.broadcast(FLOATS, results.weight());
            sum0 = sum0.fma(weight, FloatVector.fromArray(FLOATS, c, to));
            sum1 = sum1.fma(weight, FloatVector.fromArray(FLOATS, c, to + COUNT));
            sum2 = sum2.fma(weight, FloatVector.fromArray(FLOATS, c, to + apart));
            sum3 = sum3.fma(weight, FloatVector.fromArray(FLOATS, c, to + apart + COUNT));
            sum4 = sum4.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * apart));
            sum5 = sum5.fma(weight, FloatVector.fromArray(FLOATS, c, to + 2 * apart + COUNT));
            sum6 = sum6.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * apart));
            sum7 = sum7.fma(weight, FloatVector.fromArray(FLOATS, c, to + 3 * apart + COUNT));
        }
        sum0.intoArray(c, to);
        sum1.intoArray(c, to + COUNT);
        sum2.intoArray(c, to + apart);
        sum3.intoArray(c, to + apart + COUNT);
        sum4.intoArray(c, to + 2 * apart);
        sum5.intoArray(c, to + 2 * apart + COUNT);
        sum6.intoArray(c, to + 3 * apart);
        sum7.intoArray(c, to + 3 * apart + COUNT);
    }

    /** Four vectors. */
    static void byFour(Listed factor, int line, Panels panels, int start, int gap, Results results, int to) {
        int[] places = factor.places();
        float[] values = factor.values();
        float[] b = panels.floats().array();
        int last = factor.starts()[line + 1];
        FloatVector sum0 = FloatVector.zero(FLOATS);
        FloatVector sum1 = FloatVector.zero(FLOATS);
        FloatVector sum2 = FloatVector.zero(FLOATS);
        FloatVector sum3 = FloatVector.zero(FLOATS);
        for (int i = factor.starts()[line]; i < last; i++) {
            int at = start + places[i] * WIDTH;
            FloatVector value = FloatVector.broadcast(FLOATS, values[i]);
            sum0 = value.fma(FloatVector.fromArray(FLOATS, b, at), sum0);
            sum1 = value.fma(FloatVector.fromArray(FLOATS, b, at + gap), sum1);
            sum2 = value.fma(FloatVector.fromArray(FLOATS, b, at + 2 * gap), sum2);
            sum3 = value.fma(FloatVector.fromArray(FLOATS, b, at + 3 * gap), sum3);
        }
        float[] c = results.array();
        int apart = results.apart();
        sum0 = sum0.add(ZERO);
        sum1 = sum1.add(ZERO);
        sum2 = sum2.add(ZERO);
        sum3 = sum3.add(ZERO);
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

    /** Two vectors. */
    static void byTwo(Listed factor, int line, Panels panels, int start, int gap, Results results, int to) {
        int[] places = factor.places();
        float[] values = factor.values();
        float[] b = panels.floats().array();
        int last = factor.starts()[line + 1];
        FloatVector sum0 = FloatVector.zero(FLOATS);
        FloatVector sum1 = FloatVector.zero(FLOATS);
        for (int i = factor.starts()[line]; i < last; i++) {
            int at = start + places[i] * WIDTH;
            FloatVector value = FloatVector.broadcast(FLOATS, values[i]);
            sum0 = value.fma(FloatVector.fromArray(FLOATS, b, at), sum0);
            sum1 = value.fma(FloatVector.fromArray(FLOATS, b, at + gap), sum1);
        }
        float[] c = results.array();
        int apart = results.apart();
        sum0 = sum0.add(ZERO);
        sum1 = sum1.add(ZERO);
        if (results.add()) {
            FloatVector weight = FloatVector.broadcast(FLOATS, results.weight());
            sum0 = sum0.fma(weight, FloatVector.fromArray(FLOATS, c, to));
            sum1 = sum1.fma(weight, FloatVector.fromArray(FLOATS, c, to + apart));
        }
        sum0.intoArray(c, to);
        sum1.intoArray(c, to + apart);
    }

    /** One vector. */
    static void byOne(Listed factor, int line, Panels panels, int start, int gap, Results results, int to) {
        int[] places = factor.places();
        float[] values = factor.values();
        float[] b = panels.floats().array();
        int last = factor.starts()[line + 1];
        FloatVector sum0 = FloatVector.zero(FLOATS);
        for (int i = factor.starts()[line]; i < last; i++) {
            int at = start + places[i] * WIDTH;
            FloatVector value = FloatVector.broadcast(FLOATS, values[i]);
            sum0 = value.fma(FloatVector.fromArray(FLOATS, b, at), sum0);
        }
        float[] c = results.array();
        sum0 = sum0.add(ZERO);
        if (results.add()) {
            FloatVector weight = FloatVector.broadcast(FLOATS, results.weight());
            sum0 = sum0.fma(weight, FloatVector.fromArray(FLOATS, c, to));
        }
        sum0.intoArray(c, to);
    }
}
