package nightsweep.experiments;

/** Checks of record components, each failing with what was expected and what was found. */
public final class Checks {
    private Checks() {}

    /** Returns {@code value} where it is 1 or more. */
    public static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be positive, but got " + value + ".");
        }
        return value;
    }

    /** Returns {@code value} where it is finite and above 0. */
    public static double positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be positive, but got " + value + ".");
        }
        return value;
    }

    /** Returns {@code value} where it is 0 or more. */
    public static int notNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative, but got " + value + ".");
        }
        return value;
    }

    /** Returns {@code value} where it is finite and 0 or more. */
    public static double notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must not be negative, but got " + value + ".");
        }
        return value;
    }

    /** Returns {@code value} where it is finite. */
    public static double finite(String name, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number, but got " + value + ".");
        }
        return value;
    }

    /** Returns {@code value} where it lies in [0, 1). */
    public static double fraction(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be 0 or more and below 1, but got " + value + ".");
        }
        return value;
    }
}
