package nightsweep.experiments.search.space;

import java.util.Optional;

/**
 * The values of one axis, laid out on places from 0 to 1 so that equal stretches are equally likely before anything is
 * known. Values are text, in one form each, as they are shown and stored.
 */
public sealed interface Domain permits Choices, Range, Lattice {
    /** Whether neighbouring places have similar values. */
    boolean ordered();

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
}
