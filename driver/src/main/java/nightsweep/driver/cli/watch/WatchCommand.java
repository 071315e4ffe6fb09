package nightsweep.driver.cli.watch;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.Runs;
import nightsweep.driver.application.WatchedRun;
import nightsweep.driver.application.WatchedRun.Look;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.watch.PageServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the page of a run that goes on to a browser. */
@Command(
        name = "watch",
        header = "Show the page of a run to a browser on this machine, renewed as its trials end.",
        description =
                "For run directories of which no browser can open a file, as on HDFS or S3. Nothing is written, and the run"
                        + " is not disturbed. It ends when the run does, or by Ctrl-C. To look from another machine:"
                        + " ssh -L PORT:localhost:PORT THIS-MACHINE.")
public final class WatchCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;
    private static final long PAUSE_MILLIS = 200;

    private final Console console;
    private final ProcessEnvironment environment;
    private final Supplier<Runs> runs;

    @Parameters(paramLabel = "RUN", description = "A run directory, as a path or a URI.")
    private String run = "";

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "Default: one that is free.")
    private int port;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How often it looks for trials that have ended. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--keep", description = "Go on when the run has ended, until Ctrl-C.")
    private boolean keep;

    public WatchCommand(Console console, ProcessEnvironment environment, Supplier<Runs> runs) {
        this.console = console;
        this.environment = environment;
        this.runs = runs;
    }

    @Override
    public Integer call() throws CommandFailure, RunFailure {
        refuseUnfit();
        WatchedRun watched = runs.get().watch(environment.uri(run), environment.hadoop(), console);
        Look first = watched.look();
        if (!first.underWay() && !keep) {
            console.say(
                    "No driver is at work in " + run + ": there is nothing to wait for. Its page is shown all the same"
                            + " by: nightsweep watch " + run + " --keep");
            return ExitCode.DONE.number();
        }
        WatchedRun.Page page = first.page().orElseThrow(() -> new AssertionError("The first look has a page."));
        try (PageServer server = PageServer.start(port, page)) {
            console.say("Page: " + server.address());
            console.note("For browsers on this machine alone. Ctrl-C ends it"
                    + (keep ? "." : ", and the end of the run does."));
            watch(watched, server);
            return ExitCode.DONE.number();
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Cannot serve at port " + port + ": " + e.getMessage() + ". Name another with --port, or none.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.DONE.number();
        }
    }

    private void refuseUnfit() throws CommandFailure {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--port must be within 0.." + HIGHEST_PORT + ", but got " + port + ".");
        }
        if (seconds < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--every must be 1 or more, but got " + seconds + ".");
        }
    }

    /** Returns when the run has ended and its last page is where it is wanted; never where it is to go on. */
    private void watch(WatchedRun watched, PageServer server) throws InterruptedException {
        boolean underWay = true;
        boolean warned = false;
        while (keep || underWay) {
            TimeUnit.SECONDS.sleep(seconds);
            try {
                Look look = watched.look();
                look.page().ifPresent(server::show);
                if (underWay && !look.underWay()) {
                    console.note("The run has ended.");
                }
                underWay = look.underWay();
                warned = false;
            } catch (RunFailure e) {
                if (!warned) {
                    console.warn(e.getMessage() + " Looking again every " + seconds + " s.");
                    warned = true;
                }
            }
        }
        while (server.awaited()) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
}
