package nightsweep.driver.run.agenda;

import java.io.IOException;
import java.util.Optional;
import nightsweep.driver.application.Listener;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.plan.PlannedTrial;
import nightsweep.driver.run.outcomes.DriverOutcomes;
import nightsweep.driver.run.progress.Progress;
import nightsweep.driver.schedule.FanOut;
import nightsweep.driver.schedule.TrialReport;
import nightsweep.driver.schedule.TrialReport.Aftermath;
import nightsweep.driver.schedule.task.Legs;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.ranking.Merit;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.outcome.TrialEnd;
import nightsweep.experiments.outcome.TrialOutcome;

/** What is heard of trials while they end. */
public final class EndedTrials {
    private final RunDirectory directory;
    private final RunPlan plan;
    private final DriverOutcomes unspoken;
    private final Progress progress;
    private final Listener listener;
    private int count;

    public EndedTrials(
            RunDirectory directory, RunPlan plan, DriverOutcomes unspoken, Progress progress, Listener listener) {
        this.directory = directory;
        this.unspoken = unspoken;
        this.progress = progress;
        this.listener = listener;
        this.plan = plan;
    }

    /**
     * Takes note of a trial that ended; keeps the outcome of one that no worker can speak for.
     *
     * @throws IOException if its outcome could not be written, here or by its worker
     */
    public void hear(FanOut.Ended ended, EarlyEnd early) throws IOException {
        count++;
        PlannedTrial one = plan.of(ended.trial());
        if (ended instanceof FanOut.Ended.Reported reported) {
            if (!reported.report().problem().isEmpty()) {
                throw new IOException(reported.report().problem());
            }
            if (reported.report().aftermath() == Aftermath.THREAD) {
                listener.warn("trial " + one.trial().id().text() + " could not be ended: it takes a processor from the"
                        + " others until this command ends.");
            }
            TrialReport report = reported.report();
            Optional<Merit> merit = Double.isFinite(report.objective())
                    ? Optional.of(new Merit(
                            report.objective(), report.loss(), one.trial().number()))
                    : Optional.empty();
            end(one, report.end(), merit, early);
        } else if (ended instanceof FanOut.Ended.Lost lost) {
            Optional<TrialOutcome> untold =
                    directory.trials().untold(one.trial().id()).filter(outcome -> Legs.over(outcome, lost.epochs()));
            if (untold.isPresent()) {
                directory.trials().forgetUnderWay(untold.get());
            }
            TrialOutcome outcome = untold.isPresent() ? untold.get() : lost(lost);
            Optional<Merit> merit = outcome instanceof TrialOutcome.Completed completed
                    ? Optional.of(Summary.merit(plan.sweep()).apply(one.trial(), completed))
                    : Optional.empty();
            end(one, outcome.end(), merit, early);
        } else {
            throw new AssertionError(ended);
        }
    }

    private TrialOutcome lost(FanOut.Ended.Lost lost) throws IOException {
        AttemptHistory history =
                directory.trials().past(lost.trial().id()).history().and(lost.history());
        TrialOutcome outcome =
                Legs.joined(Legs.before(directory.trials(), lost.trial().id()), unspoken.lost(lost.trial(), history));
        directory.trials().keep(outcome);
        return outcome;
    }

    /** How many were heard of. */
    public int count() {
        return count;
    }

    private void end(PlannedTrial one, TrialEnd end, Optional<Merit> merit, EarlyEnd early) {
        progress.ended(one, end, merit);
        if (end == TrialEnd.FAILED) {
            listener.failed(one.trial());
            early.failed();
        }
    }
}
