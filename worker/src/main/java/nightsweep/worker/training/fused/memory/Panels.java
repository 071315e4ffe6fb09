package nightsweep.worker.training.fused.memory;

/**
 * A matrix in panels of {@link #WIDTH} columns, each row by row: a product reads it in the order in which it lies, by steps that
 * the JIT compiler knows. What is past the last column takes part in products, and its results have no meaning.
 */
public record Panels(Floats floats, int rows, int columns) {
    /** Columns of a panel. */
    public static final int WIDTH = Floats.LANES;

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

    /** The place in the array of the panel that starts with {@code column}, a multiple of {@link #WIDTH}. */
    public int panel(int column) {
        return floats.start() + column * rows;
    }

    /** Writes a row. */
    public void put(int row, float[] source, int from) {
        for (int column = 0; column < columns; column += WIDTH) {
            int count = Math.min(WIDTH, columns - column);
            System.arraycopy(source, from + column, floats.array(), panel(column) + row * WIDTH, count);
        }
    }

    /** Reads a row. */
    public void get(int row, float[] target, int to) {
        for (int column = 0; column < columns; column += WIDTH) {
            int count = Math.min(WIDTH, columns - column);
            System.arraycopy(floats.array(), panel(column) + row * WIDTH, target, to + column, count);
        }
    }

    /** Becomes {@link #rows} rows of {@code source}, from the one numbered {@code first} on, with zeros past the last column. */
    public void pack(Matrix source, int first) {
        float[] from = source.floats().array();
        float[] to = floats.array();
        for (int column = 0; column < columns; column += WIDTH) {
            int count = Math.min(WIDTH, columns - column);
            int at = panel(column);
            int read = first * source.stride() + column;
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < WIDTH; i++) {
                    to[at + i] = i < count ? from[read + i] : 0;
                }
                read += source.stride();
                at += WIDTH;
            }
        }
    }

    /** Becomes {@code source} transposed: {@link #rows} are its columns. What is past the last column stays as it was. */
    public void packTransposed(Panels source) {
        for (int column = 0; column < columns; column += WIDTH) {
            int count = Math.min(WIDTH, columns - column);
            for (int row = 0; row < rows; row += WIDTH) {
                int at = panel(column) + row * WIDTH;
                int read = source.panel(row) + column * WIDTH;
                int height = Math.min(WIDTH, rows - row);
                for (int i = 0; i < height; i++) {
                    turn(source.floats.array(), read + i, floats.array(), at + i * WIDTH, count);
                }
            }
        }
    }

    /** A column of a panel becomes a row. */
    private static void turn(float[] from, int read, float[] to, int at, int count) {
        for (int i = 0; i < count; i++) {
            to[at + i] = from[read + i * WIDTH];
        }
    }
}
