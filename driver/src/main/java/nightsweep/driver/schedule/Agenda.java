package nightsweep.driver.schedule;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.schedule.Turn.Traces;
import nightsweep.experiments.sweep.Trial;

/**
 * What is to be trained: it says what comes next, and hears how that ended. A trial whose process was lost is none of its
 * business until its attempts are used up. Used by the thread that runs the trials.
 */
public interface Agenda {
    /**
     * What comes next, which is under way from now on. Empty where nothing can begin before something that is under way has
     * ended; where nothing is under way, the run is over.
     */
    Optional<Due> next();

    /** Something that was given out has ended. Whoever keeps results has heard of it before. */
    void ended(FanOut.Ended ended);

    /**
     * One training that is to begin.
     *
     * @param traces whether the run directory may hold anything of the trial
     * @param epochs up to the end of which it is trained, from where it was left
     */
    record Due(Trial trial, Traces traces, int epochs) {
        /** The whole of a trial. */
        public Due(Trial trial, Traces traces) {
            this(trial, traces, trial.configuration().training().epochs());
        }
    }

    /**
     * Trials that are known beforehand, each trained to its end.
     *
     * @param begun trials of which the run directory may hold something; they come first
     * @param fresh those of which it holds nothing, so that nothing is asked of it
     */
    static Agenda of(List<Trial> begun, List<Trial> fresh) {
        Iterator<Trial> first = begun.iterator();
        Iterator<Trial> second = fresh.iterator();
        return new Agenda() {
            @Override
            public Optional<Due> next() {
                if (first.hasNext()) {
                    return Optional.of(new Due(first.next(), Traces.MAYBE));
                }
                return second.hasNext() ? Optional.of(new Due(second.next(), Traces.NONE)) : Optional.empty();
            }

            @Override
            public void ended(FanOut.Ended ended) {
                // Nothing hangs on it.
            }
        };
    }
}
