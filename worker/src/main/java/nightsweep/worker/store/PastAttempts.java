package nightsweep.worker.store;

import java.io.IOException;
import java.util.Optional;
import nightsweep.experiments.format.OutcomeFile;
import nightsweep.experiments.format.OutcomeFileException;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.TrialId;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Outcomes of trials that are run again: {@code failed-1.json}, {@code failed-2.json} and so on in the folder of each,
 * the latest with the history of all attempts before.
 */
final class PastAttempts {
    private final Path trials;
    private final WholeFiles files;

    /**
     * @param run the run directory
     * @throws IOException if its file system cannot be reached
     */
    PastAttempts(Path run, Configuration hadoop) throws IOException {
        this.trials = new Path(run, "trials");
        this.files = new WholeFiles(run, hadoop);
    }

    /** The attempts at a trial before it was last set aside; those of damaged files are not known. */
    AttemptHistory history(TrialId id) throws IOException {
        AttemptHistory history = AttemptHistory.NONE;
        for (int number = 1; ; number++) {
            Path path = path(id, number);
            Optional<String> text = files.read(path);
            if (text.isEmpty()) {
                return history;
            }
            history = historyIn(text.get(), path).orElse(history);
        }
    }

    private static Optional<AttemptHistory> historyIn(String text, Path path) {
        try {
            return Optional.of(OutcomeFile.read(text, path.toString()).timing().history());
        } catch (OutcomeFileException e) {
            return Optional.empty();
        }
    }

    /** Sets an outcome aside, so that its trial can be run again. The caller takes it out of its place. */
    void add(TrialOutcome outcome) throws IOException {
        int number = 1;
        while (files.read(path(outcome.id(), number)).isPresent()) {
            number++;
        }
        files.write(path(outcome.id(), number), OutcomeFile.write(counted(outcome)));
    }

    /** With an attempt for the outcome itself, where it has none. */
    private static TrialOutcome counted(TrialOutcome outcome) {
        if (!outcome.timing().history().attempts().isEmpty()) {
            return outcome;
        }
        return outcome.with(outcome.timing()
                .with(AttemptHistory.NONE.and(
                        outcome.timing().host(), "", outcome.timing().startedMillis(), outcome.ending())));
    }

    private Path path(TrialId id, int number) {
        return new Path(new Path(trials, id.text()), "failed-" + number + ".json");
    }
}
