package nightsweep.driver.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nightsweep.driver.application.ComparedRuns;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.Runs;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.worker.storage.Durability;
import nightsweep.worker.storage.WholeFiles;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets two runs beside each other. */
@Command(
        name = "compare",
        header = "Tell in what two runs differ: their sweeps, and each configuration that both have.",
        description =
                "Configurations are those with the same values of all axes. The page is one HTML file that needs no"
                        + " network.")
final class CompareCommand implements Callable<Integer> {
    private static final String USUAL_NAME = "compare.html";

    private final Console console;
    private final ProcessEnvironment environment;
    private final Supplier<Runs> runs;

    @Parameters(index = "0", paramLabel = "RUN", description = "A run directory or a bundle, as a path or a URI.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "RUN", description = "Another.")
    private String second = "";

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Where the page goes, a path or a URI; else compare.html in the second run directory, or with"
                    + " --json nowhere; beside the second, where that is a bundle.")
    private @Nullable String html;

    CompareCommand(Console console, ProcessEnvironment environment, Supplier<Runs> runs) {
        this.console = console;
        this.environment = environment;
        this.runs = runs;
    }

    @Override
    public Integer call() throws CommandFailure, RunFailure {
        ComparedRuns compared =
                runs.get().compare(environment.uri(first), environment.uri(second), environment.hadoop(), console);
        console.say(json ? ComparedRunsText.json(compared) : ComparedRunsText.of(compared, console.width()));
        if (html != null || !json) {
            writePage(compared);
        }
        return ExitCode.DONE.number();
    }

    private boolean bundle(Path run) throws IOException {
        try {
            return run.getFileSystem(environment.hadoop()).getFileStatus(run).isFile();
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    /** A page that nobody asked for and that cannot be written is no failure. */
    private void writePage(ComparedRuns compared) throws CommandFailure {
        Path path = html == null
                ? new Path(new Path(environment.uri(second)), USUAL_NAME)
                : new Path(environment.uri(html));
        try {
            if (html == null && bundle(path.getParent())) {
                path = new Path(path.getParent().getParent(), USUAL_NAME);
            }
            new WholeFiles(path, environment.hadoop()).write(path, compared.page(), Durability.WHOLE);
            console.note("Page: " + ProcessEnvironment.label(path));
        } catch (IOException e) {
            String problem = "Cannot write the page to " + ProcessEnvironment.label(path) + ": " + e.getMessage();
            if (html != null) {
                throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, problem);
            }
            console.warn(problem + " Name another place with --html.");
        }
    }
}
