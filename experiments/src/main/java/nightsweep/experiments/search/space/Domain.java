package nightsweep.experiments.search.space;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The values of one axis, laid out on places from 0 to 1 so that equal stretches are equally likely before anything is
 * known. Values are text, in one form each, as they are shown and stored.
 */
public sealed interface Domain permits Choices, Range, Lattice {
    /** Whether neighbouring places have similar values. */
    boolean ordered();

    /** How numbers are spread over the places. */
    Scale scale();

    /** How many values {@link #value} counts. */
    long size();

    /** Whether {@link #value} counts all of them. */
    boolean countable();

    /** The value number {@code index}, from 0. */
    String value(long index);

    /** The one form of a value, or nothing where it is not one of these. */
    Optional<String> canonical(String text);

    /**
     * The value at a place.
     *
     * @param place from 0 to 1, both included
     */
    String at(double place);

    /** The place of a value in its one form. */
    double place(String value);

    /** The places of a value in its one form. */
    Cell cell(String value);

    /** What may be given, in words. */
    String words();

    /**
     * The numbers between two ends, both included: those at equal steps where there is a step, whole numbers where both ends
     * are written as such, else all.
     *
     * @throws IllegalArgumentException where a text is no number, or these are no two ends or no steps between them
     */
    static Domain between(String from, String to, Optional<String> step, Scale scale) {
        BigDecimal low = number("from", from);
        BigDecimal high = number("to", to);
        if (step.isPresent()) {
            return new Lattice(low, high, number("step", step.get()), scale);
        }
        if (!isWhole(from) || !isWhole(to)) {
            return new Range(low, high, scale);
        }
        if (high.subtract(low).compareTo(BigDecimal.ONE) == 0) {
            throw new IllegalArgumentException("from " + from + " to " + to
                    + " in whole numbers are but two values. Write " + low.setScale(1) + " and " + high.setScale(1)
                    + " for all numbers between them, or step: 1.");
        }
        return new Lattice(low, high, BigDecimal.ONE, scale);
    }

    private static BigDecimal number(String name, String text) {
        return Decimals.number(text.replace("_", ""))
                .orElseThrow(() -> new IllegalArgumentException(name + " must be a number, but got " + text + "."));
    }

    private static boolean isWhole(String text) {
        return text.matches("[-+]?[0-9_]+");
    }
}
