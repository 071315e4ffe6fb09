package nightsweep.experiments.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightsweep.experiments.Checks;

/**
 * Configurations that are trained more often than the others: all are trained once, the best {@code count} of them in
 * {@code repeats} repeats, and then in more while they cannot be told apart.
 *
 * @param most how many repeats of one at most
 * @param granted how many repeats have been granted so far, by the number of the configuration; the others have one
 */
public record Finalists(int count, int repeats, int most, Map<Integer, Integer> granted) {
    public Finalists {
        Checks.positive("finalists", count);
        if (repeats < 2) {
            throw new IllegalArgumentException(
                    "finalists are trained in all repeats, and there is one: ask for 3 or more, such as repeats: 5.");
        }
        if (most < repeats) {
            throw new IllegalArgumentException(
                    "most-repeats must be at least the " + repeats + " repeats, but got " + most + ".");
        }
        granted = Map.copyOf(new TreeMap<>(granted));
    }

    /** Before any were found. */
    public Finalists(int count, int repeats, int most) {
        this(count, repeats, most, Map.of());
    }

    /** The same with what was granted since. */
    public Finalists granting(Map<Integer, Integer> now) {
        return new Finalists(count, repeats, most, now);
    }

    /** All trials that a sweep may come to have, whichever of its configurations come to be finalists. */
    public static List<Trial> possibleTrials(Sweep sweep) {
        if (sweep.finalists().isEmpty()) {
            return sweep.trials();
        }
        Map<Integer, Integer> all = new HashMap<>();
        sweep.configurations().forEach(one -> all.put(one.number(), sweep.repeats()));
        return sweep.granting(all).trials();
    }

    /** How many repeats a configuration has. */
    public int of(int configuration) {
        return granted.getOrDefault(configuration, 1);
    }
}
