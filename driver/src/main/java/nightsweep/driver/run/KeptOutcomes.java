package nightsweep.driver.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightsweep.driver.cli.Console;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.experiments.format.OutcomeFileException;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;

/** Outcomes that a run directory already holds. */
final class KeptOutcomes {
    private KeptOutcomes() {}

    /**
     * Reads the outcome of one trial after the other, by any number of threads; empty where it has none, or a damaged one,
     * of which the user is warned.
     */
    static ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader(RunDirectory directory, Console console)
            throws IOException {
        Set<String> known = directory.trials().known();
        return trial -> known.contains(trial.id().text()) ? of(directory, trial, console) : Optional.empty();
    }

    /** The outcomes of {@code trials}, without those that have none. */
    static List<TrialOutcome> of(List<Trial> trials, ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader)
            throws IOException {
        List<TrialOutcome> outcomes = new ArrayList<>();
        for (Trial trial : trials) {
            reader.read(trial).ifPresent(outcomes::add);
        }
        return outcomes;
    }

    private static Optional<TrialOutcome> of(RunDirectory directory, Trial trial, Console console) throws IOException {
        try {
            return directory.trials().outcome(trial.id());
        } catch (OutcomeFileException e) {
            console.warn(e.getMessage() + " The trial counts as not run.");
            return Optional.empty();
        }
    }
}
