package nightsweep.worker.training.fused.product;

/** Which factors of a product are stored transposed. */
public enum Orientation {
    /** {@code a: (rows, inner)}, {@code b: (inner, columns)}. */
    AS_STORED(Orientation.NO, Orientation.NO),
    /** {@code a: (inner, rows)}, {@code b: (inner, columns)}. */
    FIRST_TRANSPOSED(Orientation.YES, Orientation.NO),
    /** {@code a: (rows, inner)}, {@code b: (columns, inner)}. */
    SECOND_TRANSPOSED(Orientation.NO, Orientation.YES);

    static final int ROW_MAJOR = 101;
    private static final int NO = 111;
    private static final int YES = 112;

    private final int first;
    private final int second;

    Orientation(int first, int second) {
        this.first = first;
        this.second = second;
    }

    /** In the C interface of BLAS. */
    int first() {
        return first;
    }

    /** In the C interface of BLAS. */
    int second() {
        return second;
    }
}
