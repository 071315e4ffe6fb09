package nightsweep.worker.store;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import nightsweep.experiments.format.OutcomeFile;
import nightsweep.experiments.format.OutcomeFileException;
import nightsweep.experiments.format.ProgressFile;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweep.TrialId;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** The folders of a run's trials, {@code trials/<id>/}, one for each. Any number of threads may use it. */
public final class TrialStore {
    private static final Logger LOG = LogManager.getLogger(TrialStore.class);
    private static final String OUTCOME = "outcome.json";
    private static final String RUNNING = "running.json";
    private static final String CHECKPOINT = "checkpoint.bin";
    private static final String TRAINED = "trained.bin";
    private static final String MODEL = "model.zip";
    private static final String ERROR = "error.txt";

    private final Path trials;
    private final WholeFiles files;
    private final PastAttempts past;

    /**
     * @param run the run directory
     * @throws IOException if its file system cannot be reached
     */
    public TrialStore(Path run, Configuration hadoop) throws IOException {
        this.trials = new Path(run, "trials");
        this.files = new WholeFiles(run, hadoop);
        this.past = new PastAttempts(run, hadoop);
    }

    /** Keeps an outcome: when this returns it is on the disk. */
    public void keep(TrialOutcome outcome) throws IOException {
        files.write(path(outcome.id(), OUTCOME), OutcomeFile.write(outcome), Durability.ON_DISK);
    }

    /**
     * The outcome of a trial; empty where it has none yet.
     *
     * @throws OutcomeFileException if its file is damaged
     */
    public Optional<TrialOutcome> outcome(TrialId id) throws IOException, OutcomeFileException {
        Path path = path(id, OUTCOME);
        Optional<String> text = files.read(path);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        TrialOutcome outcome = OutcomeFile.read(text.get(), path.toString());
        if (!outcome.id().equals(id)) {
            throw OutcomeFileException.ofAnotherTrial(path.toString(), outcome.id());
        }
        return Optional.of(outcome);
    }

    /** The trials that have a folder, whatever is in it: one call, however many they are. */
    public Set<String> known() throws IOException {
        return files.names(trials);
    }

    /** Takes away what an attempt at a trial that was killed had begun to write; called before the next attempt. */
    public void dropUnfinished(TrialId id) throws IOException {
        files.dropUnfinished(new Path(trials, id.text()));
    }

    /** The attempts at a trial before its outcome was last set aside. */
    public AttemptHistory history(TrialId id) throws IOException {
        return past.history(id);
    }

    /** Sets the outcome of a trial aside, where its history is read from: the trial can be run again. */
    public void setAside(TrialOutcome outcome) throws IOException {
        past.add(outcome);
        files.delete(path(outcome.id(), ERROR));
        files.delete(path(outcome.id(), OUTCOME));
    }

    /** Writes what is known of a failure, for people to read. */
    public void explain(TrialOutcome.Failed failed) throws IOException {
        write(failed.id(), ERROR, failed.report());
    }

    /** Writes a file that can be made again into the folder of a trial, unless it is there with the same text. */
    public void write(TrialId id, String name, String text) throws IOException {
        files.writeIfOther(path(id, name), text);
    }

    /** The text of a file in the folder of a trial; empty where there is none of this name. */
    public Optional<String> text(TrialId id, String name) throws IOException {
        return files.read(path(id, name));
    }

    /** Keeps the state of a trial under way, in place of its last one. */
    public void keepCheckpoint(TrialId id, byte[] state, Durability durability) throws IOException {
        files.write(path(id, CHECKPOINT), SealedBytes.sealed(state), durability);
    }

    /** The last state of a trial that was kept; empty where there is none, or a damaged one, which is logged. */
    public Optional<byte[]> checkpoint(TrialId id) throws IOException {
        Path path = path(id, CHECKPOINT);
        try {
            Optional<byte[]> file = files.bytes(path);
            return file.isEmpty() ? Optional.empty() : Optional.of(SealedBytes.content(file.get(), path.toString()));
        } catch (DamagedFileException e) {
            LOG.warn("{} The trial begins anew.", e.getMessage());
            return Optional.empty();
        }
    }

    /** Keeps a network that a trial trained. */
    public void keepTrained(TrialId id, byte[] network) throws IOException {
        files.write(path(id, TRAINED), SealedBytes.sealed(network), Durability.WHOLE);
    }

    /** The network that a trial trained; empty where it is not kept, or damaged, which is logged. */
    public Optional<byte[]> trained(TrialId id) throws IOException {
        Path path = path(id, TRAINED);
        try {
            Optional<byte[]> file = files.bytes(path);
            return file.isEmpty() ? Optional.empty() : Optional.of(SealedBytes.content(file.get(), path.toString()));
        } catch (DamagedFileException e) {
            LOG.warn("{} The network is lost.", e.getMessage());
            return Optional.empty();
        }
    }

    /** Lets go of the network that a trial trained. */
    public void dropTrained(TrialId id) throws IOException {
        files.delete(path(id, TRAINED));
    }

    /** Writes a saved model into the folder of a trial. */
    public void keepModel(TrialId id, byte[] zip) throws IOException {
        files.write(path(id, MODEL), zip, Durability.WHOLE);
    }

    /** Where the saved model of a trial is; empty where there is none. */
    public Optional<Path> model(TrialId id) throws IOException {
        Path path = path(id, MODEL);
        return files.fileSystem().exists(path) ? Optional.of(path) : Optional.empty();
    }

    /** Lets go of the state of a trial that ended. */
    public void dropCheckpoint(TrialId id) throws IOException {
        files.delete(path(id, CHECKPOINT));
    }

    /** Tells whoever looks how far a trial is. */
    public void tell(RunningTrial trial) throws IOException {
        files.write(path(trial.id(), RUNNING), ProgressFile.write(trial), Durability.WHOLE);
    }

    /** How far a trial is, as it was last told; empty where nothing was. */
    public Optional<RunningTrial> running(TrialId id) throws IOException {
        return files.read(path(id, RUNNING)).flatMap(ProgressFile::runningTrial);
    }

    /** When {@link #tell} was last called for a trial, since 1970 by the clock of the file system. */
    public long toldMillis(TrialId id) throws IOException {
        return files.fileSystem().getFileStatus(path(id, RUNNING)).getModificationTime();
    }

    /** Ends the telling. */
    public void tellNoMore(TrialId id) throws IOException {
        files.delete(path(id, RUNNING));
    }

    private Path path(TrialId id, String name) {
        return new Path(new Path(trials, id.text()), name);
    }
}
