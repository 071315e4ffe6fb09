package nightsweep.driver.cli.options;

import java.time.Duration;
import nightsweep.driver.cli.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How often a run tells how far it has come. */
public final class StatusInterval {
    private static final int TERMINAL_SECONDS = 1;
    private static final int LINES_SECONDS = 30;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--status-interval",
            paramLabel = "SECONDS",
            description = "How often to tell how far it has come. Default: " + TERMINAL_SECONDS
                    + " in a terminal, else " + LINES_SECONDS + ".")
    private @Nullable Integer seconds;

    public Duration on(Console console) {
        if (seconds == null) {
            return Duration.ofSeconds(console.followsSlots() ? TERMINAL_SECONDS : LINES_SECONDS);
        }
        if (seconds < 1 && spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "--status-interval must be 1 second or more, but got " + seconds + ".");
        }
        return Duration.ofSeconds(seconds);
    }
}
