package nightsweep.experiments.progress;

import nightsweep.experiments.sweep.TrialId;

/**
 * A trial under way, as its worker last told of it.
 *
 * @param attempt from 1
 * @param host the machine's name
 * @param epoch that it is in, from 1
 * @param epochs of the whole training
 * @param startedMillis since 1970, of this attempt, by the worker's clock
 * @param updatedMillis since 1970, by the worker's clock
 * @param loss of the training examples in the epoch before; NaN in the first
 */
public record RunningTrial(
        TrialId id,
        int attempt,
        String host,
        int epoch,
        int epochs,
        long startedMillis,
        long updatedMillis,
        double loss) {

    /** A trial of which no loss is known. */
    public RunningTrial(
            TrialId id, int attempt, String host, int epoch, int epochs, long startedMillis, long updatedMillis) {
        this(id, attempt, host, epoch, epochs, startedMillis, updatedMillis, Double.NaN);
    }

    /** How long it had been under way when its worker last told of it. */
    public long ageMillis() {
        return Math.max(0, updatedMillis - startedMillis);
    }
}
