package nightsweep.driver.cli.options;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import nightsweep.driver.application.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code run} and {@code retry} are told about giving up. */
public final class LimitOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--max-attempts",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "How often a trial is tried whose process is lost. Default: 3. What goes wrong in the training"
                            + " itself is never tried again.")
    private int maxAttempts;

    @Option(
            names = "--trial-timeout",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Stop a trial that takes longer, such as 90s, 10m or 2h; it counts as failed.")
    private @Nullable Duration trialTimeout;

    @Option(
            names = "--time-budget",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Stop after that time, such as 8h. The same command goes on where it stopped.")
    private @Nullable Duration timeBudget;

    @Option(
            names = "--max-failed-trials",
            paramLabel = "N",
            description = "Stop when more than N trials have failed in this command.")
    private @Nullable Integer maxFailedTrials;

    @Option(names = "--fail-fast", description = "Stop at the first trial that fails: --max-failed-trials 0.")
    private boolean failFast;

    public Limits limits() {
        if (maxAttempts < 1) {
            throw wrong("--max-attempts must be 1 or more, but got " + maxAttempts + ".");
        }
        if (maxFailedTrials != null && maxFailedTrials < 0) {
            throw wrong("--max-failed-trials must be 0 or more, but got " + maxFailedTrials + ".");
        }
        if (maxFailedTrials != null && failFast) {
            throw wrong("--fail-fast is --max-failed-trials 0: give one of them.");
        }
        OptionalInt most = maxFailedTrials == null ? OptionalInt.empty() : OptionalInt.of(maxFailedTrials);
        return new Limits(
                maxAttempts,
                Optional.ofNullable(trialTimeout),
                Optional.ofNullable(timeBudget),
                failFast ? OptionalInt.of(0) : most);
    }

    private RuntimeException wrong(String what) {
        return spec == null ? new IllegalArgumentException(what) : new ParameterException(spec.commandLine(), what);
    }
}
