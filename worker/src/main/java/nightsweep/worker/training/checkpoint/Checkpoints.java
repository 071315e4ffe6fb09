package nightsweep.worker.training.checkpoint;

import java.util.Optional;

/** The place where the checkpoints of one trial are kept, of which only the last counts. */
public interface Checkpoints {
    /** Keeps nothing. */
    Checkpoints NONE = new Checkpoints() {
        @Override
        public Optional<byte[]> last() {
            return Optional.empty();
        }

        @Override
        public void keep(byte[] checkpoint) {
            // Nobody asked for it.
        }
    };

    /** What was kept last, whole; empty where nothing was, or where it cannot be had. */
    Optional<byte[]> last();

    /** Keeps a checkpoint in place of the last one. A failure is told, and the training goes on without. */
    void keep(byte[] checkpoint);
}
