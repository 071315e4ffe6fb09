package nightsweep.driver.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets two runs beside each other. */
@Command(
        name = "compare",
        header = "Tell in what two runs differ: their sweeps, and each configuration that both have.",
        description = "Configurations are those with the same values of all axes. Nothing is written.")
final class CompareCommand implements Callable<Integer> {
    private final Console console;
    private final Surroundings surroundings;
    private final Supplier<Runs> runs;

    @Parameters(index = "0", paramLabel = "RUN", description = "A run directory, as a path or a URI.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "RUN", description = "Another.")
    private String second = "";

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    CompareCommand(Console console, Surroundings surroundings, Supplier<Runs> runs) {
        this.console = console;
        this.surroundings = surroundings;
        this.runs = runs;
    }

    @Override
    public Integer call() throws CommandFailure {
        ComparedRuns compared =
                runs.get().compare(surroundings.uri(first), surroundings.uri(second), surroundings.hadoop(), console);
        console.say(json ? ComparedRunsText.json(compared) : ComparedRunsText.of(compared, console.width()));
        return ExitCode.DONE.number();
    }
}
