package nightsweep.worker.training.checkpoint;

/** A checkpoint that a training cannot go on from: the message says why. */
final class UnusableCheckpointException extends Exception {
    UnusableCheckpointException(String message) {
        super(message);
    }
}
