package nightsweep.worker.training.fused.memory;

import java.util.Arrays;

/**
 * A matrix in panels of {@value #WIDTH} columns, each panel row by row: a product reads it in the order in which it lies. The
 * last panel is as wide as its columns need in whole vectors; what is past the last column takes part in products, and its
 * results have no meaning.
 */
public record Panels(Floats floats, int rows, int columns) {
    /** Columns of every panel but the last. */
    public static final int WIDTH = 64;

    public Panels {
        if ((long) rows * Floats.padded(columns) > floats.length()) {
            throw new IllegalArgumentException("Panels of " + rows + " rows and " + columns + " columns do not fit "
                    + floats.length() + " numbers.");
        }
    }

    /** Zeros. */
    public static Panels zeros(int rows, int columns) {
        return new Panels(Floats.zeros(size(rows, columns)), rows, columns);
    }

    /** How many numbers the panels take. */
    public static int size(int rows, int columns) {
        return Math.multiplyExact(rows, Floats.padded(columns));
    }

    /** Columns with those past the last. */
    public int paddedColumns() {
        return Floats.padded(columns);
    }

    /** The place in the array of the panel that starts with {@code column}. */
    public int panel(int column) {
        return floats.start() + column * rows;
    }

    /** How wide the panel is that starts with {@code column}. */
    public int width(int column) {
        return Math.min(WIDTH, paddedColumns() - column);
    }

    /** Writes a row. */
    public void put(int row, float[] source, int from) {
        for (int column = 0; column < columns; column += WIDTH) {
            System.arraycopy(
                    source,
                    from + column,
                    floats.array(),
                    panel(column) + row * width(column),
                    Math.min(WIDTH, columns - column));
        }
    }

    /** Reads a row. */
    public void get(int row, float[] target, int to) {
        for (int column = 0; column < columns; column += WIDTH) {
            System.arraycopy(
                    floats.array(),
                    panel(column) + row * width(column),
                    target,
                    to + column,
                    Math.min(WIDTH, columns - column));
        }
    }

    /** Becomes {@link #rows} rows of {@code source}, from the one numbered {@code first} on, with zeros past the last column. */
    public void pack(Matrix source, int first) {
        float[] from = source.floats().array();
        float[] to = floats.array();
        for (int column = 0; column < columns; column += WIDTH) {
            int width = width(column);
            int count = Math.min(WIDTH, columns - column);
            int at = panel(column);
            int read = first * source.stride() + column;
            for (int row = 0; row < rows; row++) {
                System.arraycopy(from, read, to, at, count);
                Arrays.fill(to, at + count, at + width, 0);
                read += source.stride();
                at += width;
            }
        }
    }

    /** Becomes {@code source} transposed: {@link #rows} are its columns. What is past the last column stays as it was. */
    public void packTransposed(Panels source) {
        for (int column = 0; column < columns; column += WIDTH) {
            for (int row = 0; row < rows; row += WIDTH) {
                transpose(source, column, row);
            }
        }
    }

    private void transpose(Panels source, int firstColumn, int firstRow) {
        int height = Math.min(WIDTH, rows - firstRow);
        int count = Math.min(WIDTH, columns - firstColumn);
        int width = width(firstColumn);
        int sourceWidth = source.width(firstRow);
        int at = panel(firstColumn) + firstRow * width;
        int read = source.panel(firstRow) + firstColumn * sourceWidth;
        for (int row = 0; row < height; row++) {
            if (sourceWidth == WIDTH) {
                column(source.floats.array(), read + row, floats.array(), at + row * width, count);
            } else {
                column(source.floats.array(), read + row, sourceWidth, floats.array(), at + row * width, count);
            }
        }
    }

    /** With a step that the JIT compiler knows, in half of the time. */
    private static void column(float[] from, int read, float[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = from[read + i * WIDTH];
        }
    }

    private static void column(float[] from, int read, int step, float[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = from[read + i * step];
        }
    }
}
