package nightsweep.driver.run.outcomes;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import nightsweep.experiments.outcome.Attempt;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.provenance.Origin;

/** Outcomes of trials that no worker can speak for. */
public final class DriverOutcomes {
    private final Sweep sweep;
    private final Origin origin;
    private final InstantSource clock;

    public DriverOutcomes(Sweep sweep, Origin origin, InstantSource clock) {
        this.sweep = sweep;
        this.origin = origin;
        this.clock = clock;
    }

    /** Of a trial that was never run because it cannot be. */
    public TrialOutcome invalid(Trial trial, String why) {
        return failed(trial, FailureReason.INVALID_CONFIGURATION, why);
    }

    /**
     * Of a trial whose process died each time that it was tried.
     *
     * @param history of all its attempts, the last of them in vain too
     */
    public TrialOutcome lost(Trial trial, AttemptHistory history) {
        List<Attempt> attempts = history.attempts();
        Attempt last = attempts.get(attempts.size() - 1);
        String why = "Its process was lost in every attempt.\n"
                + attempts.stream().map(DriverOutcomes::line).collect(Collectors.joining("\n"));
        TrialOutcome outcome = failed(trial, FailureReason.EXECUTOR_LOST, why);
        return outcome.with(new Timing(last.host(), last.startedMillis(), 0, 0, 0, 0).with(history));
    }

    private static String line(Attempt attempt) {
        return "Attempt " + attempt.number() + " on " + attempt.host() + ", executor " + attempt.executor() + ": "
                + attempt.ending();
    }

    private TrialOutcome failed(Trial trial, FailureReason reason, String why) {
        return new TrialOutcome.Failed(
                trial.id(),
                reason,
                why,
                "",
                List.of(),
                origin.of(trial, sweep.seed(), "", "", ""),
                new Timing(origin.host(), clock.millis(), 0, 0, 0, 0));
    }
}
