package nightsweep.driver.application;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nightsweep.experiments.sweep.TrialId;

/**
 * How far a run has come.
 *
 * @param proposed how many configurations a search has proposed so far; empty where all are known before
 * @param done trials that ended, however they did
 * @param total trials of the plan
 * @param failed of those done
 * @param stopped of those done, before their last epoch; some may still go on
 * @param diverged of those done
 * @param running trials under way
 * @param best empty until a trial has been measured
 * @param leftMillis until the end; empty where nothing is known
 * @param slots what is trained now, as far as workers have told of it
 */
public record RunProgress(
        OptionalInt proposed,
        int done,
        int total,
        int failed,
        int stopped,
        int diverged,
        int running,
        Optional<Best> best,
        OptionalLong leftMillis,
        List<Slot> slots) {
    public RunProgress {
        slots = List.copyOf(slots);
    }

    /** Of a run whose configurations are all known before. */
    public RunProgress(
            int done,
            int total,
            int failed,
            int stopped,
            int diverged,
            int running,
            Optional<Best> best,
            OptionalLong leftMillis,
            List<Slot> slots) {
        this(OptionalInt.empty(), done, total, failed, stopped, diverged, running, best, leftMillis, slots);
    }

    /** The best trial so far, by what metric, and its figure. */
    public record Best(String metric, double value, TrialId id) {}

    /**
     * What one slot trains.
     *
     * @param label of the configuration
     * @param epoch from 1
     * @param loss of the epoch before; NaN in the first
     */
    public record Slot(String label, TrialId id, int epoch, int epochs, double loss) {}
}
