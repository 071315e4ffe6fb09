package nightsweep.driver.cli.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.Runs;
import nightsweep.driver.application.Verified;
import nightsweep.driver.application.VerifyRequest;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cli.options.ClusterOptions;
import nightsweep.driver.cli.options.Demanding;
import nightsweep.experiments.json.FigureDifference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes figures of a run anew. */
@Command(
        name = "verify",
        header = "Train some trials of a run anew, here, and say whether every figure has the same bits.",
        description =
                "So a table that others made can be checked without training all of it. Nothing is written; the data"
                        + " must be those of the run. Exit code 11 where a figure differs.")
public final class VerifyCommand implements Callable<Integer>, Demanding {
    private static final int MOST_TOLD = 5;

    private final Console console;
    private final ProcessEnvironment environment;
    private final Supplier<Runs> runs;

    @Parameters(paramLabel = "RUN", description = "A run directory or a bundle, as a path or a URI.")
    private String run = "";

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many completed trials are drawn and trained. Default: ${DEFAULT-VALUE}.")
    private int trials;

    @Option(
            names = "--trial",
            paramLabel = "ID",
            description = "This one, by its id or number, in place of drawn ones. Any number of times.")
    private List<String> named = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "SEED", description = "Which are drawn. Default: others each time.")
    private @Nullable Long seed;

    @Option(
            names = "--data",
            paramLabel = "URI",
            description = "Where folders of data are, such as mnist. Default: environment variable NIGHTSWEEP_DATA.")
    private @Nullable String data;

    public VerifyCommand(Console console, ProcessEnvironment environment, Supplier<Runs> runs) {
        this.console = console;
        this.environment = environment;
        this.runs = runs;
    }

    @Override
    public boolean startsSpark() {
        return false;
    }

    @Override
    public boolean trainsHere() {
        return true;
    }

    @Override
    public Integer call() throws CommandFailure, RunFailure {
        if (trials < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--trials must be 1 or more, but got " + trials + ".");
        }
        long drawn = seed == null ? environment.clock().millis() : seed;
        if (named.isEmpty()) {
            console.note("Drawn by --seed " + drawn + ".");
        }
        VerifyRequest request = new VerifyRequest(
                environment.uri(run),
                named,
                trials,
                drawn,
                environment.processors(),
                ClusterOptions.dataHome(data, environment),
                environment.hadoop());
        Verified verified = runs.get().verify(request, console);
        verified.trials().forEach(this::tell);
        int differing = (int) verified.trials().stream()
                .filter(one -> !one.differences().isEmpty())
                .count();
        int all = verified.trials().size();
        console.say("");
        if (differing == 0) {
            console.say("Verified: every figure of " + all + (all == 1 ? " trial" : " trials") + " has the same bits.");
        } else {
            console.say("Not the same: " + differing + " of " + all + (all == 1 ? " trial" : " trials")
                    + " came out otherwise.");
        }
        verified.circumstances().forEach(console::say);
        return (differing == 0 ? ExitCode.DONE : ExitCode.DIFFERENT).number();
    }

    private void tell(Verified.OfTrial one) {
        String which = "trial " + one.trial().number() + " (" + one.trial().id() + ", "
                + one.trial().configuration().label() + ", "
                + one.trial().turn() + ")";
        List<FigureDifference> differences = one.differences();
        if (differences.isEmpty()) {
            console.say("same       " + which + ": " + one.figures() + " figures");
            return;
        }
        console.say("different  " + which + ": " + differences.size() + " of " + one.figures() + " figures");
        for (FigureDifference difference : differences.subList(0, Math.min(MOST_TOLD, differences.size()))) {
            console.say("             " + difference.name() + ": " + shown(difference.first()) + " in the run, "
                    + shown(difference.second()) + " here");
        }
        if (differences.size() > MOST_TOLD) {
            console.say("             and " + (differences.size() - MOST_TOLD) + " more");
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
