package nightsweep.driver.schedule.task;

import java.time.Duration;
import java.util.Optional;
import nightsweep.experiments.Checks;

/**
 * How much patience there is with one trial.
 *
 * @param maxAttempts at running it, when its process is lost each time
 * @param timeout of one attempt; empty where it may take as long as it likes
 */
public record TrialLimits(int maxAttempts, Optional<Duration> timeout) {
    /** Three attempts, however long. */
    public static final TrialLimits USUAL = new TrialLimits(3, Optional.empty());

    public TrialLimits {
        Checks.positive("max-attempts", maxAttempts);
        timeout.ifPresent(limit -> Checks.positive("trial-timeout in seconds", limit.toMillis() / 1_000.0));
    }
}
