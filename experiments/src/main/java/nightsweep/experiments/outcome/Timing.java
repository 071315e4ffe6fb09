package nightsweep.experiments.outcome;

import java.util.Optional;
import nightsweep.experiments.sweep.TrialId;

/**
 * Wall-clock facts of a trial, which differ from run to run.
 *
 * @param host the machine's name
 * @param startedMillis since 1970
 * @param trainMillis inside training steps
 * @param evaluateMillis inside validation and test
 * @param totalMillis from start to end
 * @param steps training steps taken
 * @param resumedEpochs that were finished before, by an attempt whose last checkpoint this one went on from
 * @param repeatedEpochs that such an attempt had finished after its last checkpoint, as far as it told
 * @param history every attempt at the trial, with the one that these facts are about last
 * @param copyOf the trial of the same computation that was trained in this one's stead, where one was; all times and
 *     counts are then 0
 */
public record Timing(
        String host,
        long startedMillis,
        long trainMillis,
        long evaluateMillis,
        long totalMillis,
        long steps,
        int resumedEpochs,
        int repeatedEpochs,
        AttemptHistory history,
        Optional<TrialId> copyOf) {

    /** Of a trial whose attempts nobody has counted yet. */
    public Timing(
            String host, long startedMillis, long trainMillis, long evaluateMillis, long totalMillis, long steps) {
        this(
                host,
                startedMillis,
                trainMillis,
                evaluateMillis,
                totalMillis,
                steps,
                0,
                0,
                AttemptHistory.NONE,
                Optional.empty());
    }

    /** Of a trial that was not trained, since {@code source} is the same computation. */
    public static Timing copyOf(TrialId source, Timing trained) {
        return new Timing(
                trained.host(), trained.startedMillis(), 0, 0, 0, 0, 0, 0, AttemptHistory.NONE, Optional.of(source));
    }

    /** The same with another history. */
    public Timing with(AttemptHistory other) {
        return new Timing(
                host,
                startedMillis,
                trainMillis,
                evaluateMillis,
                totalMillis,
                steps,
                resumedEpochs,
                repeatedEpochs,
                other,
                copyOf);
    }

    /** The same on another host. */
    public Timing at(String other) {
        return new Timing(
                other,
                startedMillis,
                trainMillis,
                evaluateMillis,
                totalMillis,
                steps,
                resumedEpochs,
                repeatedEpochs,
                history,
                copyOf);
    }

    /** The same of an attempt that went on after {@code epochs} epochs. */
    public Timing resumed(int epochs) {
        return new Timing(
                host,
                startedMillis,
                trainMillis,
                evaluateMillis,
                totalMillis,
                steps,
                epochs,
                repeatedEpochs,
                history,
                copyOf);
    }

    /** The same where {@code epochs} epochs were trained that had been trained before. */
    public Timing repeated(int epochs) {
        return new Timing(
                host,
                startedMillis,
                trainMillis,
                evaluateMillis,
                totalMillis,
                steps,
                resumedEpochs,
                epochs,
                history,
                copyOf);
    }
}
