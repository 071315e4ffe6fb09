package nightsweep.driver.run;

import java.time.InstantSource;
import java.util.List;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.provenance.Origin;

/** Outcomes of trials that no worker can speak for. */
final class DriverOutcomes {
    private final Sweep sweep;
    private final Origin origin;
    private final InstantSource clock;

    DriverOutcomes(Sweep sweep, Origin origin, InstantSource clock) {
        this.sweep = sweep;
        this.origin = origin;
        this.clock = clock;
    }

    /** Of a trial that was never run because it cannot be. */
    TrialOutcome invalid(Trial trial, String why) {
        return failed(trial, FailureReason.INVALID_CONFIGURATION, why);
    }

    /** Of a trial whose process died each time that it was tried. */
    TrialOutcome lost(Trial trial, String why) {
        return failed(trial, FailureReason.EXECUTOR_LOST, why);
    }

    /** Whether a trial failed for no reason of its own, so that it is worth running again. */
    static boolean worthAnotherTry(TrialOutcome outcome) {
        return outcome instanceof TrialOutcome.Failed failed && failed.reason() == FailureReason.EXECUTOR_LOST;
    }

    private TrialOutcome failed(Trial trial, FailureReason reason, String why) {
        return new TrialOutcome.Failed(
                trial.id(),
                reason,
                why,
                "",
                List.of(),
                origin.of(trial, sweep.seed(), "", ""),
                new Timing(origin.host(), clock.millis(), 0, 0, 0, 0));
    }
}
