package nightsweep.driver.application;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import nightsweep.experiments.Checks;

/**
 * When a run gives up on a trial, and when on all that are left.
 *
 * @param maxAttempts at one trial whose process is lost
 * @param trialTimeout of one attempt
 * @param timeBudget of this command
 * @param maxFailedTrials of this command; one more ends it
 */
public record Limits(
        int maxAttempts, Optional<Duration> trialTimeout, Optional<Duration> timeBudget, OptionalInt maxFailedTrials) {
    /** Three attempts; no other limit. */
    public static final Limits USUAL = new Limits(3, Optional.empty(), Optional.empty(), OptionalInt.empty());

    public Limits {
        Checks.positive("max-attempts", maxAttempts);
        maxFailedTrials.ifPresent(most -> Checks.notNegative("max-failed-trials", most));
    }
}
