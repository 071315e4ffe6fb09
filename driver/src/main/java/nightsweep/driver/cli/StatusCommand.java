package nightsweep.driver.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.Runs;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.json.RunStatus;
import nightsweep.driver.json.StatusFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells where a run stands. */
@Command(
        name = "status",
        header = "Tell how far a run is, from any terminal or machine that can read its directory.",
        description = "While it runs, or after. Nothing is written, and the run is not disturbed.")
final class StatusCommand implements Callable<Integer> {
    private final Console console;
    private final ProcessEnvironment environment;
    private final Supplier<Runs> runs;

    @Parameters(paramLabel = "RUN", description = "A run directory or a bundle, as a path or a URI.")
    private String run = "";

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    StatusCommand(Console console, ProcessEnvironment environment, Supplier<Runs> runs) {
        this.console = console;
        this.environment = environment;
        this.runs = runs;
    }

    @Override
    public Integer call() throws RunFailure {
        RunStatus status = runs.get().status(environment.uri(run), environment.hadoop(), console);
        console.say(
                json
                        ? StatusFile.text(status).stripTrailing()
                        : StatusText.of(status, environment.clock().getZone(), console.width()));
        return ExitCode.DONE.number();
    }
}
