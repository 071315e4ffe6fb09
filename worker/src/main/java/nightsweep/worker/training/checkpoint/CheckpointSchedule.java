package nightsweep.worker.training.checkpoint;

/**
 * When checkpoints are due: at the end of an epoch when a second has passed, or fifty times what the last one took; at
 * any time when a minute has. So they take a fiftieth of the time at most, unless one takes more than a second.
 */
final class CheckpointSchedule {
    private static final long LEAST_MILLIS = 1_000;
    private static final long MOST_MILLIS = 60_000;
    private static final long SPACING = 50;

    private long lastMillis;
    private long spaceMillis = LEAST_MILLIS;

    /** @param nowMillis when the training begins, by any clock */
    CheckpointSchedule(long nowMillis) {
        lastMillis = nowMillis;
    }

    /** Whether a checkpoint is due at the end of an epoch. */
    boolean dueAfterEpoch(long nowMillis) {
        return nowMillis - lastMillis >= spaceMillis;
    }

    /** Whether a checkpoint is due before the epoch has ended. */
    boolean dueWithinEpoch(long nowMillis) {
        return nowMillis - lastMillis >= MOST_MILLIS;
    }

    /** A checkpoint was kept. */
    void kept(long beganMillis, long endedMillis) {
        lastMillis = endedMillis;
        spaceMillis = Math.min(MOST_MILLIS, Math.max(LEAST_MILLIS, SPACING * (endedMillis - beganMillis)));
    }
}
