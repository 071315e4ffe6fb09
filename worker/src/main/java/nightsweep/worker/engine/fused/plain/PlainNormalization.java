package nightsweep.worker.engine.fused.plain;

import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.kernel.NormalizationPasses;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;

/** Batch normalisation, one number at a time. */
final class PlainNormalization implements NormalizationPasses {

    /** What is added up of the number at a place of a matrix. */
    private interface Term {
        float addTo(float sum, int at, int column);
    }

    private static void sum(Matrix values, Floats sums, int rows, Term term) {
        for (int column = 0; column < values.columns(); column++) {
            float total = 0;
            for (int block = 0; block < rows; block += ROWS_A_BLOCK) {
                float sum = 0;
                for (int row = block; row < Math.min(rows, block + ROWS_A_BLOCK); row++) {
                    sum = term.addTo(sum, row * values.stride() + column, column);
                }
                total += sum;
            }
            sums.values().put(column, total);
        }
    }

    @Override
    public void sums(Matrix values, Floats sums, int rows) {
        float[] numbers = values.floats().array();
        sum(values, sums, rows, (sum, at, column) -> sum + numbers[at]);
    }

    @Override
    public void squares(Matrix values, Floats means, Floats sums, int rows) {
        float[] numbers = values.floats().array();
        sum(values, sums, rows, (sum, at, column) -> {
            float apart = numbers[at] - means.values().get(column);
            return Math.fma(apart, apart, sum);
        });
    }

    @Override
    public void normalize(Matrix values, Line line, Matrix normalized, Matrix output, int rows) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < values.columns(); column++) {
                float apart = values.floats().array()[row * values.stride() + column]
                        - line.means().values().get(column);
                float even = apart * line.inverses().values().get(column);
                int at = row * output.stride() + column;
                normalized.floats().array()[at] = even;
                output.floats().array()[at] = Math.fma(
                        even,
                        line.scales().values().get(column),
                        line.shifts().values().get(column));
            }
        }
    }

    @Override
    public void gradients(Matrix deltas, Matrix normalized, Floats shifts, Floats scales, int rows) {
        sums(deltas, shifts, rows);
        float[] numbers = deltas.floats().array();
        float[] evens = normalized.floats().array();
        sum(deltas, scales, rows, (sum, at, column) -> Math.fma(numbers[at], evens[at], sum));
    }

    @Override
    public void back(Matrix deltas, Matrix normalized, Way way, Matrix target, int rows) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < deltas.columns(); column++) {
                int at = row * deltas.stride() + column;
                float apart = deltas.floats().array()[at] - way.means().values().get(column);
                float rest = Math.fma(
                        -normalized.floats().array()[at], way.slopes().values().get(column), apart);
                float delta = way.factors().values().get(column) * rest;
                target.floats().array()[row * target.stride() + column] = Math.abs(delta) < Kernels.TINY ? 0 : delta;
            }
        }
    }
}
