package nightsweep.worker.store;

import java.io.IOException;
import java.util.Optional;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.storage.Durability;
import nightsweep.worker.training.checkpoint.Checkpoints;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * One trial's checkpoints, in the run directory. They are not forced to the disk: a process that is killed loses none, and a
 * machine that fails may lose the last, or leave a damaged one, which costs the trial's time but not its outcome.
 */
public final class StoredCheckpoints implements Checkpoints {
    private static final Logger LOG = LogManager.getLogger(StoredCheckpoints.class);

    private final TrialStore trials;
    private final TrialId id;
    private final boolean fresh;
    private volatile boolean present;

    /** Of a trial that may have been begun before. */
    public StoredCheckpoints(TrialStore trials, TrialId id) {
        this(trials, id, false);
    }

    private StoredCheckpoints(TrialStore trials, TrialId id, boolean fresh) {
        this.trials = trials;
        this.id = id;
        this.fresh = fresh;
    }

    /** Of a trial that has none yet: nothing is asked of the run directory. */
    public static StoredCheckpoints ofFreshTrial(TrialStore trials, TrialId id) {
        return new StoredCheckpoints(trials, id, true);
    }

    @Override
    public Optional<byte[]> last() {
        if (fresh && !present) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> last = trials.checkpoint(id);
            present = last.isPresent();
            return last;
        } catch (IOException e) {
            LOG.warn("The trial begins anew, for its checkpoint cannot be read.", e);
            return Optional.empty();
        }
    }

    @Override
    public void keep(byte[] checkpoint) {
        try {
            trials.keepCheckpoint(id, checkpoint, Durability.WHOLE);
            present = true;
        } catch (IOException e) {
            LOG.warn("Cannot keep a checkpoint; the trial goes on.", e);
        }
    }

    /** Lets go of them, now that the outcome is kept. */
    public void drop() {
        if (!present) {
            return;
        }
        try {
            trials.dropCheckpoint(id);
        } catch (IOException e) {
            LOG.warn("Cannot remove the checkpoint of a trial that ended.", e);
        }
    }
}
