package nightsweep.driver.schedule.task;

import java.io.IOException;
import java.util.Optional;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.store.TrialStore;

/** A trial that is trained in parts, with pauses between them: an outcome stands for each pause. */
public final class Legs {
    private Legs() {}

    /** What stands for the last pause of a trial; empty where it has none, or a damaged one. */
    public static Optional<TrialOutcome.Stopped> before(TrialStore trials, TrialId id) throws IOException {
        return trials.untold(id).filter(TrialOutcome.Stopped.class::isInstance).map(TrialOutcome.Stopped.class::cast);
    }

    /** Whether an outcome stands for so many epochs, and not for a pause before. */
    public static boolean over(TrialOutcome outcome, int epochs) {
        return !(outcome instanceof TrialOutcome.Stopped stopped) || stopped.epoch() >= epochs;
    }

    /** Whether nothing goes on from the state that the trial was left in. */
    static boolean needNoState(TrialOutcome outcome) {
        return !(outcome instanceof TrialOutcome.Failed || outcome instanceof TrialOutcome.Stopped);
    }

    /** The same outcome; of a failed one with the epochs that were known before, where it knows fewer. */
    public static TrialOutcome joined(Optional<TrialOutcome.Stopped> before, TrialOutcome outcome) {
        return before.isPresent()
                        && outcome instanceof TrialOutcome.Failed failed
                        && failed.epochs().size() < before.get().epoch()
                ? failed.withEpochs(before.get().epochs())
                : outcome;
    }
}
