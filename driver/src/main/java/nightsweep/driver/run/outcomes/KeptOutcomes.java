package nightsweep.driver.run.outcomes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.application.Listener;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.experiments.json.OutcomeFileException;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.store.KnownTrials;
import nightsweep.worker.store.TrialStore;

/** Outcomes that a run directory already holds. */
public final class KeptOutcomes {
    private KeptOutcomes() {}

    /**
     * Reads the outcome of one trial after the other, by any number of threads; empty where it has none, or a damaged one,
     * of which the user is warned. Of trials without one nothing is asked.
     */
    public static ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader(RunDirectory directory, Listener listener)
            throws IOException {
        return reader(directory, directory.trials().known(), listener);
    }

    /** The same for {@code trials}, all of {@code sweep}; warns of outcomes that were made under earlier formulas. */
    public static ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader(
            RunDirectory directory, Sweep sweep, List<Trial> trials, Listener listener) throws IOException {
        return reader(directory, sweep, trials, TrialStore::outcome, listener);
    }

    /** The same without the layers of their epochs: that is much quicker. */
    public static ReadAhead.Reader<Trial, Optional<TrialOutcome>> withoutLayers(
            RunDirectory directory, Sweep sweep, List<Trial> trials, Listener listener) throws IOException {
        return reader(directory, sweep, trials, TrialStore::outcomeWithoutLayers, listener);
    }

    private static ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader(
            RunDirectory directory, Sweep sweep, List<Trial> trials, Opening opening, Listener listener)
            throws IOException {
        KnownTrials known = directory.trials().known();
        EarlierOutcomes.of(trials, sweep.seed(), known)
                .ifPresent(
                        earlier -> listener.warn(
                                earlier.describe(directory.label())
                                        + ": their trials count as not run. That version reads them; running the sweep trains them anew."));
        return reader(directory, known, opening, listener);
    }

    /** The same where it is known already which trials have an outcome. */
    public static ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader(
            RunDirectory directory, KnownTrials known, Listener listener) {
        return reader(directory, known, TrialStore::outcome, listener);
    }

    private static ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader(
            RunDirectory directory, KnownTrials known, Opening opening, Listener listener) {
        return trial -> known.ended(trial.id()) ? of(directory, trial, opening, listener) : Optional.empty();
    }

    /** The same where every trial that is asked for has an outcome. */
    public static ReadAhead.Reader<Trial, Optional<TrialOutcome>> ended(RunDirectory directory, Listener listener) {
        return trial -> of(directory, trial, TrialStore::outcome, listener);
    }

    /** The outcomes of {@code trials}, without those that have none. */
    public static List<TrialOutcome> of(List<Trial> trials, ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader)
            throws IOException {
        List<TrialOutcome> outcomes = new ArrayList<>();
        for (Trial trial : trials) {
            reader.read(trial).ifPresent(outcomes::add);
        }
        return outcomes;
    }

    /** Reads an outcome, as much of it as is wanted. */
    private interface Opening {
        Optional<TrialOutcome> outcome(TrialStore trials, TrialId id) throws IOException, OutcomeFileException;
    }

    private static Optional<TrialOutcome> of(RunDirectory directory, Trial trial, Opening opening, Listener listener)
            throws IOException {
        try {
            return opening.outcome(directory.trials(), trial.id());
        } catch (OutcomeFileException e) {
            listener.warn(e.getMessage() + " The trial counts as not run.");
            listener.damaged(trial);
            return Optional.empty();
        }
    }
}
