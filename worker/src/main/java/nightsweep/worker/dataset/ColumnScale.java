package nightsweep.worker.dataset;

import java.io.Serializable;

/**
 * A straight line for each column: a network sees {@code factor * value + offset}. Values that are kept in double precision
 * are scaled in it and then narrowed; others are scaled in single precision.
 */
public final class ColumnScale implements Serializable {
    private final double[] factors;
    private final double[] offsets;
    private final float[] narrowFactors;
    private final float[] narrowOffsets;

    /**
     * @param factors {@code (width)}, or one for all columns
     * @param offsets as many as factors
     */
    public ColumnScale(double[] factors, double[] offsets) {
        if (factors.length == 0 || factors.length != offsets.length) {
            throw new IllegalArgumentException("A scale has as many offsets as factors, and at least one, but got "
                    + factors.length + " factors and " + offsets.length + " offsets.");
        }
        this.factors = factors.clone();
        this.offsets = offsets.clone();
        narrowFactors = narrow(factors);
        narrowOffsets = narrow(offsets);
    }

    /** The same line for every column. */
    public static ColumnScale uniform(double factor, double offset) {
        return new ColumnScale(new double[] {factor}, new double[] {offset});
    }

    /** {@code (width)}, or one for all columns. */
    public double[] factors() {
        return factors.clone();
    }

    /** As many as factors. */
    public double[] offsets() {
        return offsets.clone();
    }

    /** Whether every column has the same line. */
    public boolean isUniform() {
        return factors.length == 1;
    }

    /** Whether it fits examples of {@code width} values. */
    boolean fits(int width) {
        return isUniform() || factors.length == width;
    }

    /** Scales one example in place, {@code row: (width)}, by the full lines. */
    void applyExactly(double[] row) {
        for (int i = 0; i < row.length; i++) {
            int column = isUniform() ? 0 : i;
            row[i] = row[i] * factors[column] + offsets[column];
        }
    }

    /** Scales one example in place, {@code row: (width)}, by the lines of single precision. */
    void apply(double[] row) {
        for (int i = 0; i < row.length; i++) {
            int column = isUniform() ? 0 : i;
            row[i] = row[i] * narrowFactors[column] + narrowOffsets[column];
        }
    }

    /** Scales one example in place, {@code row: (width)}. */
    public void apply(float[] row) {
        if (isUniform()) {
            float factor = narrowFactors[0];
            float offset = narrowOffsets[0];
            for (int i = 0; i < row.length; i++) {
                row[i] = row[i] * factor + offset;
            }
        } else {
            for (int i = 0; i < row.length; i++) {
                row[i] = row[i] * narrowFactors[i] + narrowOffsets[i];
            }
        }
    }

    private static float[] narrow(double[] numbers) {
        float[] narrow = new float[numbers.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) numbers[i];
        }
        return narrow;
    }
}
