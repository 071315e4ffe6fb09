package nightsweep.worker.engine.fused.product;

import java.util.Arrays;
import nightsweep.worker.engine.fused.memory.Matrix;

/**
 * Which numbers of a matrix are not zero, row by row and column by column; made anew for each minibatch. Worth its cost where
 * they are few: pixels of drawings, categories as one number each.
 */
public final class NonZeros {
    /** The share of numbers other than zero from which on lists are slower than all of the numbers. */
    private static final double FEW = 0.4;

    /** Rows that are looked at in any case. */
    private static final int FIRST_ROWS = 4;

    private final Matrix matrix;
    private final int[] rowStarts;
    private final int[] columnStarts;
    private int[] columns = {};
    private float[] byRow = {};
    private int[] rows = {};
    private float[] byColumn = {};

    /** Of nothing yet. */
    public NonZeros(Matrix matrix) {
        this.matrix = matrix;
        rowStarts = new int[matrix.rows() + 1];
        columnStarts = new int[matrix.columns() + 1];
    }

    /** Lists the first {@code count} rows; false, and no lists, where too many of their numbers are not zero. */
    public boolean list(int count) {
        float[] values = matrix.floats().array();
        int width = matrix.columns();
        int found = 0;
        for (int row = 0; row < count; row++) {
            rowStarts[row] = found;
            makeRoom(found + width);
            int start = row * matrix.stride();
            for (int column = 0; column < width; column++) {
                float value = values[start + column];
                columns[found] = column;
                byRow[found] = value;
                found += value == 0 ? 0 : 1;
            }
            if (row + 1 >= Math.min(FIRST_ROWS, count) && found > FEW * width * (row + 1)) {
                return false;
            }
        }
        rowStarts[count] = found;
        turn(count);
        return true;
    }

    private void makeRoom(int most) {
        if (columns.length < most) {
            int length = Math.max(most, columns.length + columns.length / 2);
            columns = Arrays.copyOf(columns, length);
            byRow = Arrays.copyOf(byRow, length);
        }
    }

    /** Lists by columns what is listed by rows, each column's rows in order. */
    private void turn(int count) {
        int found = rowStarts[count];
        if (rows.length < found) {
            rows = new int[columns.length];
            byColumn = new float[columns.length];
        }
        Arrays.fill(columnStarts, 0);
        for (int i = 0; i < found; i++) {
            columnStarts[columns[i] + 1]++;
        }
        for (int column = 0; column < matrix.columns(); column++) {
            columnStarts[column + 1] += columnStarts[column];
        }
        for (int row = 0; row < count; row++) {
            for (int i = rowStarts[row]; i < rowStarts[row + 1]; i++) {
                int at = columnStarts[columns[i]]++;
                rows[at] = row;
                byColumn[at] = byRow[i];
            }
        }
        // Each start has moved on to where the next column starts.
        System.arraycopy(columnStarts, 0, columnStarts, 1, matrix.columns());
        columnStarts[0] = 0;
    }

    /** The listed rows, as first factor. */
    public Listed rows() {
        return new Listed(Factor.of(matrix), rowStarts, columns, byRow);
    }

    /** The columns of the listed rows, as first factor of a product in which the matrix is transposed. */
    public Listed columns() {
        return new Listed(Factor.transposed(matrix), columnStarts, rows, byColumn);
    }
}
