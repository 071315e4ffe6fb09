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
 */
public record Timing(
        String host, long startedMillis, long trainMillis, long evaluateMillis, long totalMillis, long steps) {}
