package nightsweep.driver.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cli.options.DataFolder;
import nightsweep.driver.cli.options.Demanding;
import nightsweep.driver.cli.options.SweepOptions;
import nightsweep.driver.plan.PlannedTrial;
import nightsweep.driver.table.CsvTable;
import nightsweep.driver.table.Table;
import nightsweep.driver.table.TextTable;
import nightsweep.driver.trace.TraceLine;
import nightsweep.driver.trace.TraceLines;
import nightsweep.driver.trace.TraceTables;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.sweep.PublishedTrace;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.trace.Trace;
import nightsweep.worker.trace.TracedStep;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows the training of each trial of a sweep number by number. */
@Command(
        name = "trace",
        header = "Train step by step in double precision, telling every number.",
        description =
                "Inputs, pre-activations, activations, loss, gradients and new weights of each step, beside what the"
                        + " sweep file says was published of them. Trains one trial after another, on this machine, and keeps"
                        + " nothing but --out.")
final class TraceCommand implements Callable<Integer>, Demanding {
    private final Console console;
    private final ProcessEnvironment environment;

    @Mixin
    private SweepOptions options = new SweepOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Write every number with all its digits there, as CSV.")
    private @Nullable Path file;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "20",
            description = "The most steps of each trial. Default: ${DEFAULT-VALUE}.")
    private long steps;

    @Option(
            names = "--outputs",
            paramLabel = "N",
            defaultValue = "10",
            description = "Of so many training examples tell the outputs after each step. Default: ${DEFAULT-VALUE}.")
    private int outputs;

    TraceCommand(Console console, ProcessEnvironment environment) {
        this.console = console;
        this.environment = environment;
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
        if (steps < 1 || outputs < 0) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--steps must be 1 or more and --outputs 0 or more, but got " + steps + " and " + outputs + ".");
        }
        SweepOptions.Planned planned = options.plan(environment, Optional.empty(), console::note);
        Sweep sweep = planned.plan().sweep();
        DatasetLoader loader = new DatasetLoader(
                environment.hadoop(),
                DataFolder.places(planned.text(), options.cluster().dataHome(environment)));
        Map<DatasetSpec, Dataset> datasets = new LinkedHashMap<>();
        try (Writer out = file == null
                ? Writer.nullWriter()
                : Files.newBufferedWriter(environment.folder().resolve(file))) {
            for (PlannedTrial one : planned.plan().trials()) {
                follow(sweep, one, dataset(one.trial(), sweep, loader, datasets), out);
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, "Cannot write " + file + ": " + e.getMessage());
        } catch (DataException e) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.number();
        }
        return ExitCode.DONE.number();
    }

    private static Dataset dataset(Trial trial, Sweep sweep, DatasetLoader loader, Map<DatasetSpec, Dataset> datasets)
            throws DataException {
        DatasetSpec spec = trial.dataset();
        Dataset known = datasets.get(spec);
        if (known == null) {
            known = loader.load(spec, sweep.seed());
            datasets.put(spec, known);
        }
        return known;
    }

    private void follow(Sweep sweep, PlannedTrial planned, Dataset dataset, Appendable out)
            throws CommandFailure, IOException, InterruptedException {
        Trial trial = planned.trial();
        Trace trace = new Trace(trial, dataset, outputs);
        Optional<String> objection =
                planned.valid() ? trace.objection() : Optional.of("It cannot be trained: " + planned.objections());
        if (objection.isPresent()) {
            throw new CommandFailure(
                    ExitCode.BAD_SWEEP,
                    "Cannot trace configuration " + trial.configuration().number() + " ("
                            + trial.configuration().label() + "): " + objection.get());
        }
        List<PublishedTrace> published = sweep.traces().stream()
                .filter(one -> one.matches(trial.configuration()))
                .toList();
        console.say("Trial " + trial.number() + ": " + trial.configuration().label()
                + (sweep.trialsEach() == 1 ? "" : ", " + trial.turn()) + ", "
                + Math.min(steps, trace.steps()) + " of " + trace.steps()
                + (trace.steps() == 1 ? " step" : " steps") + "\n");
        try {
            trace.follow(steps, step -> tell(trial, step, published, out));
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void tell(Trial trial, TracedStep step, List<PublishedTrace> published, Appendable out) {
        List<TraceLine> lines = TraceLines.of(step, published);
        console.say(TextTable.of(TraceTables.screen(step, lines), console.width(), List.of(List.of("source"))));
        TraceLines.misfits(step, published).forEach(console::warn);
        try {
            Table table = TraceTables.file(trial, step, lines);
            if (trial.number() == 1 && step.step() == 1) {
                CsvTable.write(table, out);
            } else {
                CsvTable.writeRows(table, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
