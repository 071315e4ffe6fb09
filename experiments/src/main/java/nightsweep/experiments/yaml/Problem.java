package nightsweep.experiments.yaml;

import java.util.Comparator;

/**
 * Something wrong with a sweep file.
 *
 * @param line from 1; 0 where it concerns the file as a whole
 * @param key where, such as {@code network.0.dense.units}; empty for the whole file
 * @param message what was expected and what was found, as sentences
 */
public record Problem(int line, String key, String message) implements Comparable<Problem> {
    private static final Comparator<Problem> BY_LINE =
            Comparator.comparingInt(Problem::line).thenComparing(Problem::key).thenComparing(Problem::message);

    @Override
    public int compareTo(Problem other) {
        return BY_LINE.compare(this, other);
    }

    /** One line of text: {@code line 12, training.epochs: epochs must be positive, but got -3.} */
    @Override
    public String toString() {
        String where = line == 0 ? key : key.isEmpty() ? "line " + line : "line " + line + ", " + key;
        return where.isEmpty() ? message : where + ": " + message;
    }
}
