package nightsweep.worker.training.fused.vector;

import static nightsweep.worker.training.fused.vector.Lanes.COUNT;
import static nightsweep.worker.training.fused.vector.Lanes.FLOATS;
import static nightsweep.worker.training.fused.vector.Lanes.ZERO;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import nightsweep.worker.training.fused.memory.Panels;
import nightsweep.worker.training.fused.product.Listed;
import nightsweep.worker.training.fused.vector.Tiles.Results;

/**
 * {@link Tiles} of one row, whose factor is a list of what is not zero: its line {@code line}, times as many vectors of a
 * panel as the name says.
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

    static void byFour(Listed factor, int line, Panels panels, int start, int width, Results results, int to) {
        int[] places = factor.places();
        float[] values = factor.values();
        float[] b = panels.floats().array();
        int last = factor.starts()[line + 1];
        FloatVector sum0 = FloatVector.zero(FLOATS);
        FloatVector sum1 = FloatVector.zero(FLOATS);
        FloatVector sum2 = FloatVector.zero(FLOATS);
        FloatVector sum3 = FloatVector.zero(FLOATS);
        for (int i = factor.starts()[line]; i < last; i++) {
            int at = start + places[i] * width;
            FloatVector value = FloatVector.broadcast(FLOATS, values[i]);
            sum0 = value.fma(FloatVector.fromArray(FLOATS, b, at), sum0);
            sum1 = value.fma(FloatVector.fromArray(FLOATS, b, at + COUNT), sum1);
            sum2 = value.fma(FloatVector.fromArray(FLOATS, b, at + 2 * COUNT), sum2);
            sum3 = value.fma(FloatVector.fromArray(FLOATS, b, at + 3 * COUNT), sum3);
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

    static void byTwo(Listed factor, int line, Panels panels, int start, int width, Results results, int to) {
        int[] places = factor.places();
        float[] values = factor.values();
        float[] b = panels.floats().array();
        int last = factor.starts()[line + 1];
        FloatVector sum0 = FloatVector.zero(FLOATS);
        FloatVector sum1 = FloatVector.zero(FLOATS);
        for (int i = factor.starts()[line]; i < last; i++) {
            int at = start + places[i] * width;
            FloatVector value = FloatVector.broadcast(FLOATS, values[i]);
            sum0 = value.fma(FloatVector.fromArray(FLOATS, b, at), sum0);
            sum1 = value.fma(FloatVector.fromArray(FLOATS, b, at + COUNT), sum1);
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

    static void byOne(Listed factor, int line, Panels panels, int start, int width, Results results, int to) {
        int[] places = factor.places();
        float[] values = factor.values();
        float[] b = panels.floats().array();
        int last = factor.starts()[line + 1];
        FloatVector sum0 = FloatVector.zero(FLOATS);
        for (int i = factor.starts()[line]; i < last; i++) {
            int at = start + places[i] * width;
            FloatVector value = FloatVector.broadcast(FLOATS, values[i]);
            sum0 = value.fma(FloatVector.fromArray(FLOATS, b, at), sum0);
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
