package nightsweep.worker.engine.fused.plain;

import java.util.Arrays;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.memory.Panels;
import nightsweep.worker.engine.fused.product.Factor;
import nightsweep.worker.engine.fused.product.MatrixProduct;

/** Products in plain Java, a row of a panel at a time. */
final class PlainProduct implements MatrixProduct {
    private final float[] sums = new float[Panels.WIDTH];

    /** Leaves a row's product with the panel that starts with a column in {@link #sums}. */
    private interface Line {
        void sum(int row, int column);
    }

    @Override
    public void into(Factor factor, int from, int rows, Panels panels, Matrix target, int to) {
        into((row, column) -> sum(factor, from + row, panels, column), rows, panels, target, to);
    }

    private void into(Line line, int rows, Panels panels, Matrix target, int to) {
        for (int column = 0; column < panels.paddedColumns(); column += Panels.WIDTH) {
            for (int row = 0; row < rows; row++) {
                line.sum(row, column);
                int at = (to + row) * target.stride() + column;
                System.arraycopy(sums, 0, target.floats().array(), at, panels.width(column));
            }
        }
    }

    @Override
    public void into(Factor factor, Panels panels, Panels target) {
        into((row, column) -> sum(factor, row, panels, column), target);
    }

    private void into(Line line, Panels target) {
        for (int column = 0; column < target.paddedColumns(); column += Panels.WIDTH) {
            for (int row = 0; row < target.rows(); row++) {
                line.sum(row, column);
                int width = target.width(column);
                System.arraycopy(sums, 0, target.floats().array(), target.panel(column) + row * width, width);
            }
        }
    }

    @Override
    public void addTo(Factor factor, Panels panels, Panels target, float weight) {
        addTo((row, column) -> sum(factor, row, panels, column), target, weight);
    }

    private void addTo(Line line, Panels target, float weight) {
        float[] results = target.floats().array();
        for (int column = 0; column < target.paddedColumns(); column += Panels.WIDTH) {
            for (int row = 0; row < target.rows(); row++) {
                line.sum(row, column);
                int width = target.width(column);
                int at = target.panel(column) + row * width;
                for (int i = 0; i < width; i++) {
                    results[at + i] = Math.fma(sums[i], weight, results[at + i]);
                }
            }
        }
    }

    private void sum(Factor factor, int row, Panels panels, int column) {
        float[] b = panels.floats().array();
        Arrays.fill(sums, 0);
        int at = panels.panel(column);
        int width = panels.width(column);
        int read = row * factor.rowStep();
        for (int k = 0; k < panels.rows(); k++) {
            float value = factor.array()[read];
            for (int i = 0; i < width; i++) {
                sums[i] = Math.fma(value, b[at + i], sums[i]);
            }
            at += width;
            read += factor.columnStep();
        }
        // A sum of -0 becomes 0.
        for (int i = 0; i < width; i++) {
            sums[i] += 0f;
        }
    }
}
