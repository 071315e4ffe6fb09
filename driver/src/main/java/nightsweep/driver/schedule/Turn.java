package nightsweep.driver.schedule;

import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.sweep.Trial;

/**
 * A trial that is waiting for a slot.
 *
 * @param traces whether the run directory may hold anything of it
 * @param epochs up to the end of which it is trained
 * @param history of attempts of this run that came to nothing
 * @param losses of those, the ones that count against it
 */
public record Turn(Trial trial, Traces traces, int epochs, AttemptHistory history, int losses) {

    static Turn first(Agenda.Due due) {
        return new Turn(due.trial(), due.traces(), due.epochs(), AttemptHistory.NONE, 0);
    }

    /** The same trial after its process was lost. */
    Turn lost(Place where, String why, Blame blame) {
        return new Turn(
                trial,
                Traces.MAYBE,
                epochs,
                history.and(where.host(), where.executor(), where.startedMillis(), "executor lost: " + why),
                blame == Blame.COUNTED ? losses + 1 : losses);
    }

    /** Whether attempts before this one may have left anything, which is asked for only then. */
    public enum Traces {
        MAYBE,
        NONE
    }

    /** Whether a loss may have been the trial's own doing. */
    public enum Blame {
        COUNTED,
        NONE
    }

    /** Told apart from all other turns in Spark's pages. */
    public String group() {
        int attempt = history.attempts().size() + 1;
        return attempt == 1 ? trial.id().text() : trial.id().text() + " (attempt " + attempt + ")";
    }
}
