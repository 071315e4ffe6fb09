package nightsweep.experiments.schema;

import java.util.stream.DoubleStream;
import nightsweep.experiments.yaml.Values;

/**
 * Between what numbers must be, as far as it concerns 0 and 1.
 *
 * @param least whether 0 is the least, or below all
 * @param most whether 1 is the most, or above all
 */
record Bounds(End least, End most) {
    static final Bounds NONE = new Bounds(End.OPEN, End.OPEN);

    /** How numbers end. */
    enum End {
        /** Not there. */
        OPEN,
        /** The number itself is allowed. */
        INCLUDED,
        /** The number itself is refused. */
        EXCLUDED
    }

    /** What a check lets through, found out by asking it. */
    static Bounds of(Values.NumberCheck check) {
        boolean noneBelow = refusesAll(check, -1e-9, -0.5, -1, -2, -1e6);
        boolean noneAbove = refusesAll(check, 1 + 1e-9, 1.5, 2, 3, 1e6);
        return new Bounds(
                !noneBelow ? End.OPEN : refusesAll(check, 0) ? End.EXCLUDED : End.INCLUDED,
                !noneAbove ? End.OPEN : refusesAll(check, 1) ? End.EXCLUDED : End.INCLUDED);
    }

    static Bounds ofWhole(Values.WholeCheck check) {
        boolean noneBelow = refusesAll((name, value) -> check.apply(name, (int) value), -1, -2, -1_000_000);
        boolean notZero = refusesAll((name, value) -> check.apply(name, (int) value), 0);
        return new Bounds(!noneBelow ? End.OPEN : notZero ? End.EXCLUDED : End.INCLUDED, End.OPEN);
    }

    private static boolean refusesAll(Values.NumberCheck check, double... values) {
        return DoubleStream.of(values).allMatch(value -> refuses(check, value));
    }

    private static boolean refuses(Values.NumberCheck check, double value) {
        try {
            check.apply("a number", value);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** What either lets through. */
    Bounds or(Bounds other) {
        return new Bounds(wider(least, other.least), wider(most, other.most));
    }

    private static End wider(End one, End other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
