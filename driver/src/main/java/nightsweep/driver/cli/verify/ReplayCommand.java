package nightsweep.driver.cli.verify;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nightsweep.driver.application.Replayed;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.Runs;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a run decided, or makes it again. */
@Command(
        name = "replay",
        header = "Show what the search of a run decided, or decide all of it again from its outcomes.",
        description =
                "Proposals of a search that learns (search.jsonl), and which trials went on at rungs (rungs.jsonl)."
                        + " Nothing is trained and nothing written; no data are needed. With --check, exit code 11 where a"
                        + " decision does not come out as it is written.")
public final class ReplayCommand implements Callable<Integer> {
    private final Console console;
    private final ProcessEnvironment environment;
    private final Supplier<Runs> runs;

    @Parameters(paramLabel = "RUN", description = "A run directory, as a path or a URI.")
    private String run = "";

    @Option(
            names = "--check",
            description = "Make every decision again from the outcomes there, and tell the first that differs.")
    private boolean check;

    public ReplayCommand(Console console, ProcessEnvironment environment, Supplier<Runs> runs) {
        this.console = console;
        this.environment = environment;
        this.runs = runs;
    }

    @Override
    public Integer call() throws RunFailure {
        Replayed replayed = runs.get().replay(environment.uri(run), environment.hadoop());
        if (replayed.decisions().isEmpty() && replayed.unwritten() == 0) {
            console.say("Nothing was decided while this run lasted: what it tries is known from its sweep, and nothing"
                    + " is stopped.");
            return ExitCode.DONE.number();
        }
        if (!check) {
            replayed.decisions().forEach(console::say);
            return ExitCode.DONE.number();
        }
        replayed.difference().ifPresent(first -> tell(first, replayed.differing()));
        int rungs = replayed.decisions().size() - replayed.proposals();
        if (replayed.difference().isEmpty()) {
            console.say("Replayed: " + count(replayed.proposals(), "proposal") + " and "
                    + count(rungs, "decision at a rung", "decisions at rungs") + ", "
                    + (replayed.untold() == 0 ? "" : "but for those without outcomes ")
                    + "the same as written.");
        }
        if (replayed.untold() > 0) {
            console.say(count(replayed.untold(), "decision") + " cannot be made again: outcomes are missing.");
        }
        if (replayed.unwritten() > 0) {
            console.say(count(replayed.unwritten(), "decision")
                    + " more follow from the outcomes; the run writes them when it goes on.");
        }
        return (replayed.difference().isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENT).number();
    }

    private void tell(Replayed.Difference first, int all) {
        console.say("Not the same: " + first.file() + ", line " + first.line()
                + (all == 1 ? "" : ", and " + (all - 1) + " more") + ".");
        console.say("  written  " + first.written());
        console.say("  again    " + (first.again().isEmpty() ? "nothing" : first.again()));
        console.say("Trials were run again since, the search was changed, or a file was.");
    }

    private static String count(int count, String what) {
        return count(count, what, what + "s");
    }

    private static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
