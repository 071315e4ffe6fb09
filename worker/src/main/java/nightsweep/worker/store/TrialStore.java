package nightsweep.worker.store;

import java.io.IOException;
import java.util.Optional;
import nightsweep.experiments.format.OutcomeFile;
import nightsweep.experiments.format.OutcomeFileException;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.TrialId;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The folders of a run's trials, {@code trials/<id>/}, one for each. */
public final class TrialStore {
    private static final String OUTCOME = "outcome.json";

    private final Path trials;
    private final WholeFiles files;

    /**
     * @param run the run directory
     * @throws IOException if its file system cannot be reached
     */
    public TrialStore(Path run, Configuration hadoop) throws IOException {
        this.trials = new Path(run, "trials");
        this.files = new WholeFiles(run, hadoop);
    }

    /** Keeps an outcome: when this returns it is on the disk. */
    public void keep(TrialOutcome outcome) throws IOException {
        write(outcome.id(), OUTCOME, OutcomeFile.write(outcome));
    }

    /**
     * The outcome of a trial; empty where it has none yet.
     *
     * @throws OutcomeFileException if its file is damaged
     */
    public Optional<TrialOutcome> outcome(TrialId id) throws IOException, OutcomeFileException {
        Path path = path(id, OUTCOME);
        Optional<String> text = files.read(path);
        return text.isEmpty() ? Optional.empty() : Optional.of(OutcomeFile.read(text.get(), path.toString()));
    }

    /** Writes a file into the folder of a trial. */
    public void write(TrialId id, String name, String text) throws IOException {
        files.write(path(id, name), text);
    }

    private Path path(TrialId id, String name) {
        return new Path(new Path(trials, id.text()), name);
    }
}
