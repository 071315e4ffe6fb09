package nightsweep.experiments.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.Checks;

/**
 * Repeats that some configurations were granted.
 *
 * @param compared of how many configurations they were chosen as the best; 0 where they are some of those chosen before
 * @param finalists how many were to be chosen; 0 as well
 * @param repeats up to how many each of them has
 * @param firsts the first trial of each
 */
public record FinalsRound(int compared, int finalists, int repeats, List<TrialId> firsts) {
    public FinalsRound {
        Checks.positive("repeats", repeats);
        firsts = List.copyOf(firsts);
        if (firsts.isEmpty()) {
            throw new IllegalArgumentException("repeats must be granted to a configuration at least.");
        }
    }

    /** Whether finalists were chosen in it. */
    public boolean choice() {
        return compared > 0;
    }

    /**
     * What some rounds come to: how many repeats, by the number of the configuration. Passes over configurations that are not
     * in the sweep.
     */
    public static Map<Integer, Integer> granted(Sweep sweep, List<FinalsRound> rounds) {
        Map<Integer, Integer> granted = new HashMap<>();
        if (rounds.isEmpty()) {
            return granted;
        }
        Map<TrialId, Integer> numbers = new HashMap<>();
        for (Trial trial : sweep.trials()) {
            if (trial.repeat() == 0) {
                numbers.putIfAbsent(trial.id(), trial.configuration().number());
            }
        }
        for (FinalsRound round : rounds) {
            for (TrialId first : round.firsts()) {
                Integer number = numbers.get(first);
                if (number != null) {
                    granted.merge(number, Math.min(round.repeats(), sweep.repeats()), Math::max);
                }
            }
        }
        return granted;
    }
}
