package nightsweep.experiments.outcome;

/**
 * Wall-clock facts of a trial, which differ from run to run.
 *
 * @param host the machine's name
 * @param startedMillis since 1970
 * @param trainMillis inside training steps
 * @param evaluateMillis inside validation and test
 * @param totalMillis from start to end
 * @param steps training steps taken
 * @param history every attempt at the trial, with the one that these facts are about last
 */
public record Timing(
        String host,
        long startedMillis,
        long trainMillis,
        long evaluateMillis,
        long totalMillis,
        long steps,
        AttemptHistory history) {

    /** Of a trial whose attempts nobody has counted yet. */
    public Timing(
            String host, long startedMillis, long trainMillis, long evaluateMillis, long totalMillis, long steps) {
        this(host, startedMillis, trainMillis, evaluateMillis, totalMillis, steps, AttemptHistory.NONE);
    }

    /** The same with another history. */
    public Timing with(AttemptHistory other) {
        return new Timing(host, startedMillis, trainMillis, evaluateMillis, totalMillis, steps, other);
    }
}
