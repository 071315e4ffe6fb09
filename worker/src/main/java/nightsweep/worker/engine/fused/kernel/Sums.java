package nightsweep.worker.engine.fused.kernel;

import nightsweep.worker.engine.fused.memory.Floats;

/**
 * The one order in which long sums are made, whatever the vectors: {@link Floats#LANES} partial sums, each of every so-manieth
 * number, which are then added up by halves.
 */
public final class Sums {
    private static final int LANES = Floats.LANES;

    /** What is added up of a number. */
    private interface Term {
        float addTo(float sum, float number);
    }

    private Sums() {}

    /** Of {@code numbers[from..to)}, a multiple of {@link Floats#LANES}. */
    public static float of(float[] numbers, int from, int to) {
        return part(numbers, from, to, 0, 1, (sum, number) -> sum + number);
    }

    /** Of their squares, each multiplied and added in one rounding. */
    public static float ofSquares(float[] numbers, int from, int to) {
        return part(numbers, from, to, 0, 1, (sum, number) -> Math.fma(number, number, sum));
    }

    /** The sum of the partial sums {@code lane}, {@code lane + step}, {@code lane + 2 step} and so on. */
    private static float part(float[] numbers, int from, int to, int lane, int step, Term term) {
        if (step < LANES) {
            return part(numbers, from, to, lane, 2 * step, term) + part(numbers, from, to, lane + step, 2 * step, term);
        }
        float sum = 0;
        for (int i = from + lane; i < to; i += LANES) {
            sum = term.addTo(sum, numbers[i]);
        }
        return sum;
    }
}
