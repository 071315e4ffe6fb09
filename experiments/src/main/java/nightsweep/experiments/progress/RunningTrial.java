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
 */
public record RunningTrial(
        TrialId id, int attempt, String host, int epoch, int epochs, long startedMillis, long updatedMillis) {

    /** How long it had been under way when its worker last told of it. */
    public long ageMillis() {
        return Math.max(0, updatedMillis - startedMillis);
    }
}
