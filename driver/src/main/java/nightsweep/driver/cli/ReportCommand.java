package nightsweep.driver.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.RunEnd;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.Runs;
import nightsweep.driver.application.TrialChoice;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.json.SweepSummary;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.table.TableFormat;
import nightsweep.experiments.sweep.Trial;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Writes the tables of a run anew. */
@Command(
        name = "report",
        header = "Write the tables and the page of a run anew from what its trials left, and show them.",
        description = {
            "Also of a run that is under way or was interrupted.",
            "Of a bundle the tables are shown, and nothing is written but what --format mlflow asks for."
        })
final class ReportCommand implements Callable<Integer> {
    private final Console console;
    private final ProcessEnvironment environment;
    private final Supplier<Runs> runs;

    @Parameters(paramLabel = "RUN", description = "A run directory or a bundle, as a path or a URI.")
    private String run = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description =
                    "Write every table to the folder tables of the run directory besides, as csv, markdown or latex;"
                            + " or with mlflow all of the run as a file store of MLflow to the folder of --out. May be"
                            + " given several times.")
    private List<Form> formats = List.of();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description =
                    "The folder of --format mlflow on this machine, for mlflow ui --backend-store-uri FOLDER; what"
                            + " else is in it stays.")
    private @Nullable String out;

    @Option(
            names = "--trials",
            paramLabel = "TRIALS",
            converter = ChoiceConverter.class,
            description = "Make the folders and event files of these trials besides: ids or numbers with commas between"
                    + " them, or all.")
    private TrialChoice trials = TrialChoice.USUAL;

    ReportCommand(Console console, ProcessEnvironment environment, Supplier<Runs> runs) {
        this.console = console;
        this.environment = environment;
        this.runs = runs;
    }

    @Override
    public Integer call() throws RunFailure, CommandFailure {
        Optional<Path> store = store();
        List<TableFormat> tables =
                formats.stream().flatMap(format -> format.tables().stream()).toList();
        Heard heard = new Heard(console);
        Summary summary = runs.get().report(environment.uri(run), tables, trials, environment.hadoop(), heard);
        if (store.isPresent()) {
            runs.get().track(environment.uri(run), summary, store.get(), environment.hadoop(), console);
        }
        console.say(summary.console(console.width()));
        SweepSummary.Totals totals = summary.totals();
        ExitCode code = ExitCode.of(RunEnd.of(totals.planned(), totals.failed()));
        return (code == ExitCode.DONE && heard.damage.get() ? ExitCode.INCOMPLETE : code).number();
    }

    /** Where a file store is wanted. */
    private Optional<Path> store() throws CommandFailure {
        boolean wanted = formats.contains(Form.MLFLOW);
        if (wanted == (out == null)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    wanted
                            ? "--format mlflow needs a folder to write to: --out FOLDER."
                            : "--out is for --format mlflow; tables stand in the run directory.");
        }
        try {
            return Optional.ofNullable(out).map(folder -> environment.folder().resolve(folder));
        } catch (InvalidPathException e) {
            throw new CommandFailure(ExitCode.USAGE, "--out is not a folder of this machine: " + out + ".");
        }
    }

    /** Passes on what is told, and remembers whether an outcome is damaged. */
    private static final class Heard implements Listener {
        private final Listener next;
        private final AtomicBoolean damage = new AtomicBoolean();

        Heard(Listener next) {
            this.next = next;
        }

        @Override
        public void note(String text) {
            next.note(text);
        }

        @Override
        public void warn(String text) {
            next.warn(text);
        }

        @Override
        public void damaged(Trial trial) {
            damage.set(true);
        }
    }

    /** How a run is written besides: its tables in a format, or where that is empty for MLflow. */
    private record Form(Optional<TableFormat> tables) {
        private static final Form MLFLOW = new Form(Optional.empty());
    }

    /** From what people give. */
    static final class ChoiceConverter implements ITypeConverter<TrialChoice> {
        @Override
        public TrialChoice convert(String given) {
            return TrialChoice.of(given);
        }
    }

    /** From the name that people use. */
    static final class FormatConverter implements ITypeConverter<Form> {
        @Override
        public Form convert(String name) {
            if (name.equals("mlflow")) {
                return Form.MLFLOW;
            }
            return Arrays.stream(TableFormat.values())
                    .filter(format -> format.label().equals(name))
                    .findFirst()
                    .map(format -> new Form(Optional.of(format)))
                    .orElseThrow(() -> new TypeConversionException(
                            "must be csv, markdown, latex or mlflow, but got " + name + "."));
        }
    }
}
