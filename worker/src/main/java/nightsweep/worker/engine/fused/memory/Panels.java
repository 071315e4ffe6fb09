package nightsweep.worker.engine.fused.memory;

import java.util.Arrays;

/**
 * A matrix in panels of {@link #WIDTH} columns, each row by row: a product reads it in the order in which it lies, by steps that
 * the JIT compiler knows. The last panel is as narrow as whole vectors allow. What is past the last column takes part in
 * products, and its results have no meaning.
 */
public record Panels(Floats floats, int rows, int columns) {
    /** Columns of every panel but the last: four cache lines. */
    public static final int WIDTH = 4 * Floats.LANES;

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

    /** Columns of the panel that starts with {@code column}, a multiple of {@link #WIDTH}: whole vectors. */
    public int width(int column) {
        return Math.min(WIDTH, paddedColumns() - column);
    }

    /** The place in the array of the panel that starts with {@code column}, a multiple of {@link #WIDTH}. */
    public int panel(int column) {
        return floats.start() + column * rows;
    }

    /** Writes a row. */
    public void put(int row, float[] source, int from) {
        for (int column = 0; column < columns; column += WIDTH) {
            int at = panel(column) + row * width(column);
            System.arraycopy(source, from + column, floats.array(), at, count(column));
        }
    }

    /** Reads a row. */
    public void get(int row, float[] target, int to) {
        for (int column = 0; column < columns; column += WIDTH) {
            int at = panel(column) + row * width(column);
            System.arraycopy(floats.array(), at, target, to + column, count(column));
        }
    }

    /** Columns of a panel without those past the last. */
    private int count(int column) {
        return Math.min(WIDTH, columns - column);
    }

    /** Becomes {@link #rows} rows of {@code source}, from the one numbered {@code first} on, with zeros past the last column. */
    public void pack(Matrix source, int first) {
        float[] from = source.floats().array();
        float[] to = floats.array();
        for (int column = 0; column < columns; column += WIDTH) {
            int count = count(column);
            int width = width(column);
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
        for (int row = 0; row < rows; row += WIDTH) {
            int width = source.width(row);
            int count = source.count(row);
            int column = 0;
            for (; column <= columns - 4; column += 4) {
                int read = source.panel(row) + column * width;
                turnFour(source.floats.array(), read, width, floats.array(), place(row, column), step(column), count);
            }
            for (; column < columns; column++) {
                int read = source.panel(row) + column * width;
                turn(source.floats.array(), read, floats.array(), place(row, column), step(column), count);
            }
        }
    }

    /** Where a number is. */
    private int place(int row, int column) {
        int within = column % WIDTH;
        return panel(column - within) + row * width(column - within) + within;
    }

    /** From a number to the one below it. */
    private int step(int column) {
        return width(column - column % WIDTH);
    }

    /** Four rows become columns that stand beside each other. */
    private static void turnFour(float[] from, int read, int width, float[] to, int place, int step, int count) {
        int second = read + width;
        int third = second + width;
        int fourth = third + width;
        int at = place;
        for (int i = 0; i < count; i++) {
            to[at] = from[read + i];
            to[at + 1] = from[second + i];
            to[at + 2] = from[third + i];
            to[at + 3] = from[fourth + i];
            at += step;
        }
    }

    /** A row becomes a column. */
    private static void turn(float[] from, int read, float[] to, int place, int step, int count) {
        int at = place;
        for (int i = 0; i < count; i++) {
            to[at] = from[read + i];
            at += step;
        }
    }
}
