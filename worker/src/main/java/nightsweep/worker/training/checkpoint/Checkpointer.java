package nightsweep.worker.training.checkpoint;

import java.nio.FloatBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Keeps one training's state now and then, and finds what was kept of it before. Used by one thread. */
public final class Checkpointer {
    private static final Logger LOG = LogManager.getLogger(Checkpointer.class);

    /** A checkpoint is put together in the heap, of which it may not take more than this part. */
    private static final long HEAP_SHARE = 16;

    private final Checkpoints checkpoints;
    private final String origin;
    private final List<FloatBuffer> state;
    private final InstantSource clock;
    private final CheckpointSchedule schedule;
    private boolean keeping;

    /**
     * Begins now.
     *
     * @param origin the trial, and all that its bits depend on beside: a checkpoint of another origin is not used
     * @param state the learner's memory, read and overwritten
     */
    public Checkpointer(Checkpoints checkpoints, String origin, List<FloatBuffer> state, InstantSource clock) {
        this.checkpoints = checkpoints;
        this.origin = origin;
        this.state = List.copyOf(state);
        this.clock = clock;
        this.schedule = new CheckpointSchedule(clock.millis());
        this.keeping = checkpoints != Checkpoints.NONE;
    }

    /** Keeps nothing and finds nothing. */
    public static Checkpointer none() {
        return new Checkpointer(Checkpoints.NONE, "", List.of(), InstantSource.system());
    }

    /**
     * Puts the learner back to where it was last kept.
     *
     * @param labels the names of the classes, in order
     * @return how far it is then; the start where nothing was kept that can be used, with an untouched learner
     */
    public Progress restore(List<String> labels) {
        Optional<byte[]> last = checkpoints.last();
        if (last.isEmpty()) {
            return Progress.START;
        }
        try {
            Progress progress = CheckpointBytes.read(last.get(), origin, labels, state);
            LOG.info("The trial goes on from epoch {}, step {} of it.", progress.epoch() + 1, progress.steps() + 1);
            return progress;
        } catch (UnusableCheckpointException e) {
            LOG.warn("The trial begins anew, for its checkpoint cannot be used. {}", e.getMessage());
            return Progress.START;
        }
    }

    /** Keeps the state at the end of an epoch, if that is due. */
    public void epochEnded(Supplier<Progress> progress) {
        if (keeping && schedule.dueAfterEpoch(clock.millis())) {
            keep(progress.get());
        }
    }

    /** Whether {@link #keep} is due, in the middle of an epoch. */
    public boolean dueWithinEpoch() {
        return keeping && schedule.dueWithinEpoch(clock.millis());
    }

    /** Keeps the state. */
    public void keep(Progress progress) {
        long size = CheckpointBytes.size(state);
        if (size > Runtime.getRuntime().maxMemory() / HEAP_SHARE) {
            keeping = false;
            LOG.warn("No checkpoints are kept: one takes {} MB, more than 1/{} of the heap.", size >> 20, HEAP_SHARE);
            return;
        }
        long began = clock.millis();
        checkpoints.keep(CheckpointBytes.write(origin, progress, state));
        schedule.kept(began, clock.millis());
    }
}
