package nightsweep.driver.cli;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nightsweep.driver.application.RunEnd;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.Runs;
import nightsweep.driver.application.TrialChoice;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.Surroundings;
import nightsweep.driver.json.SweepSummary;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.table.TableFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Writes the tables of a run anew. */
@Command(
        name = "report",
        header = "Write the tables and the page of a run anew from what its trials left, and show them.",
        description = "Also of a run that is under way or was interrupted.")
final class ReportCommand implements Callable<Integer> {
    private final Console console;
    private final Surroundings surroundings;
    private final Supplier<Runs> runs;

    @Parameters(paramLabel = "RUN", description = "A run directory, as a path or a URI.")
    private String run = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description =
                    "Write every table to the folder tables of the run directory besides, as csv, markdown or latex;"
                            + " may be given several times.")
    private List<TableFormat> formats = List.of();

    @Option(
            names = "--trials",
            paramLabel = "TRIALS",
            converter = ChoiceConverter.class,
            description = "Make the folders and event files of these trials besides: ids or numbers with commas between"
                    + " them, or all.")
    private TrialChoice trials = TrialChoice.USUAL;

    ReportCommand(Console console, Surroundings surroundings, Supplier<Runs> runs) {
        this.console = console;
        this.surroundings = surroundings;
        this.runs = runs;
    }

    @Override
    public Integer call() throws RunFailure {
        Summary summary = runs.get().report(surroundings.uri(run), formats, trials, surroundings.hadoop(), console);
        console.say(summary.console(console.width()));
        SweepSummary.Totals totals = summary.totals();
        return ExitCode.of(RunEnd.of(totals.planned(), totals.failed())).number();
    }

    /** From what people give. */
    static final class ChoiceConverter implements ITypeConverter<TrialChoice> {
        @Override
        public TrialChoice convert(String given) {
            return TrialChoice.of(given);
        }
    }

    /** From the name that people use. */
    static final class FormatConverter implements ITypeConverter<TableFormat> {
        @Override
        public TableFormat convert(String name) {
            return Arrays.stream(TableFormat.values())
                    .filter(format -> format.label().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("must be csv, markdown or latex, but got " + name + "."));
        }
    }
}
