package nightsweep.driver.summary.ranking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nightsweep.experiments.diagnosis.Diagnosis;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;

/**
 * What tables keep of how a trial ended: no curves, no confusions, so that thousands fit in memory.
 *
 * @param reason why it was not completed, in one line; empty where it was
 * @param verdict on its training; empty where there is none
 * @param failure of failed trials
 * @param epochs that were finished
 * @param lastEpoch of those
 * @param figures of completed trials
 */
public record Ending(
        Status status,
        String reason,
        String verdict,
        Optional<FailureReason> failure,
        int epochs,
        Optional<EpochMetrics> lastEpoch,
        Optional<Figures> figures,
        Optional<Timing> timing) {

    public static final Ending NOT_RUN = new Ending(
            Status.NOT_RUN, "", "", Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Where a trial with this outcome stands.
     *
     * @param ofClass the class of which the objective is a figure, where it is one of one class
     */
    public static Ending of(Trial trial, TrialOutcome outcome, Optional<String> ofClass) {
        String verdict = Diagnosis.of(trial, outcome)
                .map(diagnosis -> diagnosis.verdict().label())
                .orElse("");
        if (outcome instanceof TrialOutcome.Completed completed) {
            return of(
                    outcome,
                    Status.COMPLETED,
                    "",
                    verdict,
                    Optional.of(Figures.of(
                            completed, trial.configuration().training().stopping(), ofClass)));
        }
        if (outcome instanceof TrialOutcome.Stopped stopped) {
            return of(outcome, Status.STOPPED, stopped.ending(), verdict, Optional.empty());
        }
        if (outcome instanceof TrialOutcome.Diverged diverged) {
            String where = String.format(
                    Locale.ROOT, "the loss was not finite in epoch %d, step %d", diverged.epoch(), diverged.step());
            return of(outcome, Status.DIVERGED, where, verdict, Optional.empty());
        }
        if (outcome instanceof TrialOutcome.Failed failed) {
            return of(outcome, Status.FAILED, reason(failed), verdict, Optional.empty());
        }
        throw new AssertionError(outcome);
    }

    private static String reason(TrialOutcome.Failed failed) {
        String message = failed.message().lines().findFirst().orElse("").strip();
        String reason = failed.reason().label() + (message.isEmpty() ? "" : ": " + message);
        return failed.stackTrace().isEmpty()
                ? reason
                : reason + " (see trials/" + failed.id().text() + "/error.txt)";
    }

    private static Ending of(
            TrialOutcome outcome, Status status, String reason, String verdict, Optional<Figures> figures) {
        List<EpochMetrics> epochs = outcome.epochs();
        Optional<EpochMetrics> last =
                epochs.isEmpty() ? Optional.empty() : Optional.of(ofTheWhole(epochs.get(epochs.size() - 1)));
        Optional<FailureReason> failure =
                outcome instanceof TrialOutcome.Failed failed ? Optional.of(failed.reason()) : Optional.empty();
        return new Ending(
                status, reason, verdict, failure, epochs.size(), last, figures, Optional.of(outcome.timing()));
    }

    /** Without its layers. */
    private static EpochMetrics ofTheWhole(EpochMetrics epoch) {
        return new EpochMetrics(
                epoch.epoch(),
                epoch.trainLoss(),
                epoch.trainAccuracy(),
                epoch.validationLoss(),
                epoch.validationAccuracy());
    }

    /** The same for another reason. */
    public Ending because(String other) {
        return new Ending(status, other, verdict, failure, epochs, lastEpoch, figures, timing);
    }

    /** The same where what is equal to what others have is one with it. */
    public Ending sharing(Shared shared) {
        return new Ending(
                status,
                shared.one(reason),
                verdict,
                failure,
                epochs,
                lastEpoch,
                figures.map(one -> one.labelled(shared::one)),
                timing.map(one -> one.at(shared.one(one.host()))));
    }

    /**
     * Whether this stands in place of {@code other}, an outcome of the same trial: what says more does, and between two
     * that were not completed the attempt that started later.
     */
    public boolean supersedes(Ending other) {
        if (status != other.status) {
            return status.compareTo(other.status) < 0;
        }
        return status != Status.COMPLETED && started() > other.started();
    }

    private long started() {
        return timing.map(Timing::startedMillis).orElse(Long.MIN_VALUE);
    }
}
