package nightsweep.worker.dataset;

import java.io.Serializable;

/**
 * A straight line for each column: a network sees {@code factor * value + offset}.
 *
 * @param factors {@code (width)}, or one for all columns
 * @param offsets as many as factors
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops; never compared
public record ColumnScale(float[] factors, float[] offsets) implements Serializable {
    public ColumnScale {
        if (factors.length == 0 || factors.length != offsets.length) {
            throw new IllegalArgumentException("A scale has as many offsets as factors, and at least one, but got "
                    + factors.length + " factors and " + offsets.length + " offsets.");
        }
    }

    /** The same line for every column. */
    public static ColumnScale uniform(double factor, double offset) {
        return new ColumnScale(new float[] {(float) factor}, new float[] {(float) offset});
    }

    /** Whether every column has the same line. */
    public boolean isUniform() {
        return factors.length == 1;
    }

    /** Scales one example in place, {@code row: (width)}, by the same lines. */
    void apply(double[] row) {
        for (int i = 0; i < row.length; i++) {
            int column = isUniform() ? 0 : i;
            row[i] = row[i] * factors[column] + offsets[column];
        }
    }

    /** Scales one example in place, {@code row: (width)}. */
    void apply(float[] row) {
        if (isUniform()) {
            float factor = factors[0];
            float offset = offsets[0];
            for (int i = 0; i < row.length; i++) {
                row[i] = row[i] * factor + offset;
            }
        } else {
            for (int i = 0; i < row.length; i++) {
                row[i] = row[i] * factors[i] + offsets[i];
            }
        }
    }
}
