package nightsweep.worker.engine.fused.vector;

import static nightsweep.worker.engine.fused.vector.Lanes.COUNT;
import static nightsweep.worker.engine.fused.vector.Lanes.FLOATS;
import static nightsweep.worker.engine.fused.vector.Lanes.ZERO;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import nightsweep.worker.engine.fused.memory.Panels;
import nightsweep.worker.engine.fused.product.Listed;

/**
 * Products with a panel whose first factor is lists of what is not zero, line by line, each times a few vectors. The more there
 * are, the less it costs to go through the list. A panel that does not fit the first-level cache is gone through in parts, all
 * lines by each, with the sums so far in the results.
 */
final class ListedTiles {
    /** Numbers of a part of a panel. */
    private static final int PART = 12 * 1024;

    private static final int MOST_VECTORS = 8;

    /** How far each line has been gone through. */
    private int[] next = {};

    /** Whether lines without a number may be passed over. */
    private boolean passing;

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

    /**
     * The first {@code lines} of {@code factor} times the panel that starts with {@code column}.
     *
     * @param to the place of the first result
     */
    void into(Listed factor, int lines, Panels panels, int column, Results results, int to) {
        int width = panels.width(column);
        int part = results.add() ? panels.rows() : PART / width;
        // Adding the product of 0 and a number below 0, which is -0, leaves every number as it is.
        passing = results.add() && results.weight() < 0 && results.weight() >= -Float.MAX_VALUE;
        for (int within = 0; within < width; ) {
            int vectors = Integer.highestOneBit(Math.min(MOST_VECTORS, (width - within) / COUNT));
            begin(factor, lines);
            for (int row = 0; row < panels.rows(); row += part) {
                Results sums = row == 0 ? results : results.continued();
                tiles(
                        vectors,
                        factor,
                        lines,
                        row + part,
                        panels,
                        panels.panel(column) + within,
                        width,
                        sums,
                        to + within);
            }
            within += vectors * COUNT;
        }
    }

    private void begin(Listed factor, int lines) {
        if (next.length < lines) {
            next = new int[lines];
        }
        System.arraycopy(factor.starts(), 0, next, 0, lines);
    }

    private void tiles(
            int vectors,
            Listed factor,
            int lines,
            int end,
            Panels panels,
            int start,
            int width,
            Results results,
            int to) {
        float[] b = panels.floats().array();
        switch (vectors) {
            case 8 -> byEight(factor, lines, end, b, start, width, results, to);
            case 4 -> byFour(factor, lines, end, b, start, width, results, to);
            case 2 -> byTwo(factor, lines, end, b, start, width, results, to);
            default -> byOne(factor, lines, end, b, start, width, results, to);
        }
    }

    private void byEight(Listed factor, int lines, int end, float[] b, int start, int width, Results results, int to) {
        int[] starts = factor.starts();
        int[] places = factor.places();
        float[] values = factor.values();
        float[] c = results.array();
        float[] sums = results.sums();
        for (int line = 0; line < lines; line++) {
            int i = next[line];
            int last = starts[line + 1];
            if (i == last && passing) {
                continue;
            }
            int write = to + line * results.step();
            int first = results.goingOn() ? write : 0;
            FloatVector sum0 = FloatVector.fromArray(FLOATS, sums, first);
            FloatVector sum1 = FloatVector.fromArray(FLOATS, sums, first + COUNT);
            FloatVector sum2 = FloatVector.fromArray(FLOATS, sums, first + 2 * COUNT);
            FloatVector sum3 = FloatVector.fromArray(FLOATS, sums, first + 3 * COUNT);
            FloatVector sum4 = FloatVector.fromArray(FLOATS, sums, first + 4 * COUNT);
            FloatVector sum5 = FloatVector.fromArray(FLOATS, sums, first + 5 * COUNT);
            FloatVector sum6 = FloatVector.fromArray(FLOATS, sums, first + 6 * COUNT);
            FloatVector sum7 = FloatVector.fromArray(FLOATS, sums, first + 7 * COUNT);
            for (; i < last && places[i] < end; i++) {
                int at = start + places[i] * width;
                FloatVector value = FloatVector.broadcast(FLOATS, values[i]);
                sum0 = value.fma(FloatVector.fromArray(FLOATS, b, at), sum0);
                sum1 = value.fma(FloatVector.fromArray(FLOATS, b, at + COUNT), sum1);
                sum2 = value.fma(FloatVector.fromArray(FLOATS, b, at + 2 * COUNT), sum2);
                sum3 = value.fma(FloatVector.fromArray(FLOATS, b, at + 3 * COUNT), sum3);
                sum4 = value.fma(FloatVector.fromArray(FLOATS, b, at + 4 * COUNT), sum4);
                sum5 = value.fma(FloatVector.fromArray(FLOATS, b, at + 5 * COUNT), sum5);
                sum6 = value.fma(FloatVector.fromArray(FLOATS, b, at + 6 * COUNT), sum6);
                sum7 = value.fma(FloatVector.fromArray(FLOATS, b, at + 7 * COUNT), sum7);
            }
            next[line] = i;
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
                sum0 = sum0.fma(weight, FloatVector.fromArray(FLOATS, c, write));
                sum1 = sum1.fma(weight, FloatVector.fromArray(FLOATS, c, write + COUNT));
                sum2 = sum2.fma(weight, FloatVector.fromArray(FLOATS, c, write + 2 * COUNT));
                sum3 = sum3.fma(weight, FloatVector.fromArray(FLOATS, c, write + 3 * COUNT));
                sum4 = sum4.fma(weight, FloatVector.fromArray(FLOATS, c, write + 4 * COUNT));
                sum5 = sum5.fma(weight, FloatVector.fromArray(FLOATS, c, write + 5 * COUNT));
                sum6 = sum6.fma(weight, FloatVector.fromArray(FLOATS, c, write + 6 * COUNT));
                sum7 = sum7.fma(weight, FloatVector.fromArray(FLOATS, c, write + 7 * COUNT));
            }
            sum0.intoArray(c, write);
            sum1.intoArray(c, write + COUNT);
            sum2.intoArray(c, write + 2 * COUNT);
            sum3.intoArray(c, write + 3 * COUNT);
            sum4.intoArray(c, write + 4 * COUNT);
            sum5.intoArray(c, write + 5 * COUNT);
            sum6.intoArray(c, write + 6 * COUNT);
            sum7.intoArray(c, write + 7 * COUNT);
        }
    }

    private void byFour(Listed factor, int lines, int end, float[] b, int start, int width, Results results, int to) {
        int[] starts = factor.starts();
        int[] places = factor.places();
        float[] values = factor.values();
        float[] c = results.array();
        float[] sums = results.sums();
        for (int line = 0; line < lines; line++) {
            int i = next[line];
            int last = starts[line + 1];
            if (i == last && passing) {
                continue;
            }
            int write = to + line * results.step();
            int first = results.goingOn() ? write : 0;
            FloatVector sum0 = FloatVector.fromArray(FLOATS, sums, first);
            FloatVector sum1 = FloatVector.fromArray(FLOATS, sums, first + COUNT);
            FloatVector sum2 = FloatVector.fromArray(FLOATS, sums, first + 2 * COUNT);
            FloatVector sum3 = FloatVector.fromArray(FLOATS, sums, first + 3 * COUNT);
            for (; i < last && places[i] < end; i++) {
                int at = start + places[i] * width;
                FloatVector value = FloatVector.broadcast(FLOATS, values[i]);
                sum0 = value.fma(FloatVector.fromArray(FLOATS, b, at), sum0);
                sum1 = value.fma(FloatVector.fromArray(FLOATS, b, at + COUNT), sum1);
                sum2 = value.fma(FloatVector.fromArray(FLOATS, b, at + 2 * COUNT), sum2);
                sum3 = value.fma(FloatVector.fromArray(FLOATS, b, at + 3 * COUNT), sum3);
            }
            next[line] = i;
            sum0 = sum0.add(ZERO);
            sum1 = sum1.add(ZERO);
            sum2 = sum2.add(ZERO);
            sum3 = sum3.add(ZERO);
            if (results.add()) {
                FloatVector weight = FloatVector.broadcast(FLOATS, results.weight());
                sum0 = sum0.fma(weight, FloatVector.fromArray(FLOATS, c, write));
                sum1 = sum1.fma(weight, FloatVector.fromArray(FLOATS, c, write + COUNT));
                sum2 = sum2.fma(weight, FloatVector.fromArray(FLOATS, c, write + 2 * COUNT));
                sum3 = sum3.fma(weight, FloatVector.fromArray(FLOATS, c, write + 3 * COUNT));
            }
            sum0.intoArray(c, write);
            sum1.intoArray(c, write + COUNT);
            sum2.intoArray(c, write + 2 * COUNT);
            sum3.intoArray(c, write + 3 * COUNT);
        }
    }

    private void byTwo(Listed factor, int lines, int end, float[] b, int start, int width, Results results, int to) {
        int[] starts = factor.starts();
        int[] places = factor.places();
        float[] values = factor.values();
        float[] c = results.array();
        float[] sums = results.sums();
        for (int line = 0; line < lines; line++) {
            int i = next[line];
            int last = starts[line + 1];
            if (i == last && passing) {
                continue;
            }
            int write = to + line * results.step();
            int first = results.goingOn() ? write : 0;
            FloatVector sum0 = FloatVector.fromArray(FLOATS, sums, first);
            FloatVector sum1 = FloatVector.fromArray(FLOATS, sums, first + COUNT);
            for (; i < last && places[i] < end; i++) {
                int at = start + places[i] * width;
                FloatVector value = FloatVector.broadcast(FLOATS, values[i]);
                sum0 = value.fma(FloatVector.fromArray(FLOATS, b, at), sum0);
                sum1 = value.fma(FloatVector.fromArray(FLOATS, b, at + COUNT), sum1);
            }
            next[line] = i;
            sum0 = sum0.add(ZERO);
            sum1 = sum1.add(ZERO);
            if (results.add()) {
                FloatVector weight = FloatVector.broadcast(FLOATS, results.weight());
                sum0 = sum0.fma(weight, FloatVector.fromArray(FLOATS, c, write));
                sum1 = sum1.fma(weight, FloatVector.fromArray(FLOATS, c, write + COUNT));
            }
            sum0.intoArray(c, write);
            sum1.intoArray(c, write + COUNT);
        }
    }

    private void byOne(Listed factor, int lines, int end, float[] b, int start, int width, Results results, int to) {
        int[] starts = factor.starts();
        int[] places = factor.places();
        float[] values = factor.values();
        float[] c = results.array();
        float[] sums = results.sums();
        for (int line = 0; line < lines; line++) {
            int i = next[line];
            int last = starts[line + 1];
            if (i == last && passing) {
                continue;
            }
            int write = to + line * results.step();
            int first = results.goingOn() ? write : 0;
            FloatVector sum0 = FloatVector.fromArray(FLOATS, sums, first);
            for (; i < last && places[i] < end; i++) {
                int at = start + places[i] * width;
                FloatVector value = FloatVector.broadcast(FLOATS, values[i]);
                sum0 = value.fma(FloatVector.fromArray(FLOATS, b, at), sum0);
            }
            next[line] = i;
            sum0 = sum0.add(ZERO);
            if (results.add()) {
                FloatVector weight = FloatVector.broadcast(FLOATS, results.weight());
                sum0 = sum0.fma(weight, FloatVector.fromArray(FLOATS, c, write));
            }
            sum0.intoArray(c, write);
        }
    }
}
