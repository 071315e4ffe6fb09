package nightsweep.driver.cli.notify;

import java.util.Optional;
import nightsweep.driver.application.RunEnd;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.RunRequest;
import nightsweep.driver.application.Runs;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.notify.Webhook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who is told of a run's end and of its first failure. */
public final class NotifyOption {
    private static final String VARIABLE = "NIGHTSWEEP_NOTIFY";

    @Option(
            names = "--notify",
            paramLabel = "URL",
            description =
                    "A webhook, such as Slack's, that is told at the end and at the first trial that fails, as JSON"
                            + " with a text. What fails there never ends or holds up the run. Default: environment variable"
                            + " NIGHTSWEEP_NOTIFY, which other users of this machine cannot read.")
    private @Nullable String address;

    /**
     * Carries a run out, and tells.
     *
     * @throws CommandFailure if what was given is no address
     * @throws RunFailure as {@link Runs#run}
     */
    public RunEnd run(Runs runs, RunRequest request, Console console, ProcessEnvironment environment)
            throws CommandFailure, RunFailure {
        Optional<String> given = Optional.ofNullable(address).or(() -> environment.variable(VARIABLE));
        if (given.isEmpty()) {
            return runs.run(request, console);
        }
        try (Webhook webhook = new Webhook(Webhook.address(given.get()), console::warn)) {
            NotifyingListener listener = new NotifyingListener(console, webhook, request);
            try {
                RunEnd end = runs.run(request, listener);
                listener.ended(end, ExitCode.of(end));
                return end;
            } catch (RunFailure e) {
                listener.failed(e);
                throw e;
            }
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, e);
        }
    }
}
