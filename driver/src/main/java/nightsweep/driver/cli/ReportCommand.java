package nightsweep.driver.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the tables of a run anew. */
@Command(
        name = "report",
        header = "Write the tables of a run anew from what its trials left, and show them.",
        description = "Also of a run that is under way or was interrupted.")
final class ReportCommand implements Callable<Integer> {
    private final Console console;
    private final Surroundings surroundings;
    private final Supplier<Runs> runs;

    @Parameters(paramLabel = "RUN", description = "A run directory, as a path or a URI.")
    private String run = "";

    ReportCommand(Console console, Surroundings surroundings, Supplier<Runs> runs) {
        this.console = console;
        this.surroundings = surroundings;
        this.runs = runs;
    }

    @Override
    public Integer call() throws CommandFailure {
        return runs.get()
                .report(surroundings.uri(run), surroundings.hadoop(), console)
                .number();
    }
}
