package nightsweep.driver.cli.init;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import nightsweep.driver.application.Planning;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.plan.Slots;
import nightsweep.driver.plan.TimeSpan;
import nightsweep.driver.table.DisplayText;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import nightsweep.worker.dataset.DataPlaces;
import nightsweep.worker.dataset.file.DataPath;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a first sweep of somebody's own data. */
@Command(
        name = "init",
        header = "Look at data, and write a sweep file that trains on them, to start from.",
        description = "It runs as it is: a network that suits the data, and a small grid of activations, optimizers and"
                + " learning rates. Every line of it can be changed.")
public final class InitCommand implements Callable<Integer> {
    private static final int COMMENT_WIDTH = 100;

    private final Console console;
    private final ProcessEnvironment environment;

    @Parameters(
            paramLabel = "DATA",
            description =
                    "A table (CSV, TSV and their like), a folder with a folder of pictures for each class, a folder of"
                            + " IDX files or one of them, or a MATLAB 5 file; as a path or a URI.")
    private String data = "";

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description =
                    "The column of a table that says what a row is: its name, or its number from 1, or from -1 for the"
                            + " last. Default: one that looks like it.")
    private @Nullable String label;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write the sweep file, which must not be there yet. Default: on standard output.")
    private @Nullable String out;

    public InitCommand(Console console, ProcessEnvironment environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() throws CommandFailure, RunFailure {
        String folder = environment.dataFolder();
        String text;
        try {
            FoundData found = new DataFinder(
                            DataPath.startingAt(folder, environment.hadoop()), Optional.ofNullable(label))
                    .at(data);
            text = text(found, folder);
        } catch (DataException e) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, e);
        } catch (SweepFileException e) {
            throw new AssertionError("A sweep file of our own can be read.", e);
        }
        tell(text);
        return ExitCode.DONE.number();
    }

    private String text(FoundData found, String folder) throws DataException, SweepFileException, RunFailure {
        DatasetLoader loader =
                new DatasetLoader(environment.hadoop(), new DataPlaces(Optional.empty(), Optional.of(folder)));
        DatasetFacts whole = loader.facts(declared(FirstSweep.dataset(found)));
        List<String> dataset = FirstSweep.dataset(found, whole);
        FirstSweep first = new FirstSweep(found, loader.facts(declared(dataset)));
        double millis = millis(first.text(dataset, first.epochs()), folder);
        int epochs = first.epochsWithin(millis);
        return about(first, Plan.AROUND_MILLIS + millis * epochs / first.epochs()) + first.text(dataset, epochs);
    }

    private static DatasetSpec declared(List<String> dataset) throws SweepFileException {
        String text = "name: init\ndataset:\n  " + String.join("\n  ", dataset)
                + "\nnetwork: [{output: {units: 2, loss: cross-entropy}}]\n";
        return SweepFile.parse(text, "init").configurations().get(0).dataset();
    }

    /** How long all trials take on this machine. */
    private double millis(String body, String folder) throws SweepFileException, RunFailure {
        Sweep sweep = SweepFile.parse(body, "init");
        String settled = SweepFile.withDataFolder(body, folder, "init");
        Plan plan = new Planning(Optional.empty(), environment.hadoop()).of(sweep, settled);
        OptionalInt slots = Slots.of("local[*]", environment.processors());
        return plan.estimatedMillis(slots.orElse(1));
    }

    /** What is said at the top of the file. */
    private String about(FirstSweep first, double millis) {
        DatasetFacts facts = first.facts();
        List<String> sentences = new ArrayList<>();
        sentences.add("A first sweep of " + data + ", to be changed: "
                + (first.data().number() ? "a number to predict, " : facts.classes() + " classes, ")
                + facts.width() + (facts.width() == 1 ? " number" : " numbers") + " an example; "
                + facts.trainExamples() + " to train, " + facts.validationExamples() + " to compare trials on, "
                + facts.testExamples() + " to test.");
        first.remarks().forEach(sentences::add);
        sentences.add("The run takes about " + TimeSpan.text(millis) + " on this machine.");
        StringBuilder about = new StringBuilder();
        for (String sentence : sentences) {
            for (String line : DisplayText.fold(sentence, COMMENT_WIDTH - 2)) {
                about.append("# ").append(line).append('\n');
            }
        }
        return about.toString();
    }

    private void tell(String text) throws CommandFailure {
        if (out == null) {
            console.say(text.stripTrailing());
            console.note("\nTo keep it: nightsweep init " + data + (label == null ? "" : " --label " + label)
                    + " --out FILE.yaml");
            return;
        }
        try {
            Path file = environment.folder().resolve(out);
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    out + " is there already, and nothing is written over it: name another file by --out.");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, "Cannot write " + out + ": " + e.getMessage() + ".");
        }
        console.say("Written: " + out + "\nTo train it:  nightsweep run " + out + "\nTo look first: nightsweep plan "
                + out);
    }
}
