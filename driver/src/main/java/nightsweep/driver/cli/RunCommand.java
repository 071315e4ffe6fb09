package nightsweep.driver.cli;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nightsweep.driver.application.Limits;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.RunRequest;
import nightsweep.driver.application.Runs;
import nightsweep.driver.application.SaveModels;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cli.notify.NotifyOption;
import nightsweep.driver.cli.options.Demanding;
import nightsweep.driver.cli.options.FleetingPlace;
import nightsweep.driver.cli.options.LimitOptions;
import nightsweep.driver.cli.options.SparkOptions;
import nightsweep.driver.cli.options.StatusInterval;
import nightsweep.driver.cli.options.SweepOptions;
import nightsweep.driver.cluster.Master;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.submit.SparkWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains every trial of a sweep that has not been trained yet. */
@Command(
        name = "run",
        header = "Train every configuration of a sweep, and write tables of what came of it.",
        description = "The same command with the same --out goes on where it stopped.")
final class RunCommand implements Callable<Integer>, Demanding {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Console console;
    private final ProcessEnvironment environment;
    private final Supplier<Runs> runs;

    @Mixin
    private SweepOptions options = new SweepOptions();

    @Option(
            names = "--out",
            paramLabel = "URI",
            description = "The run directory, as a path or a URI. Default: runs/NAME-TIME in the current folder; on a"
                    + " cluster it must be given, in full, at a place that every machine sees.")
    private @Nullable String out;

    @Option(
            names = "--save-models",
            paramLabel = "WHICH",
            defaultValue = "BEST",
            description = "Which trained networks are saved, as trials/ID/model.zip: all, best or none. Default: best.")
    private SaveModels saveModels = SaveModels.BEST;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private StatusInterval interval = new StatusInterval();

    @Mixin
    private NotifyOption notify = new NotifyOption();

    @Mixin
    private SparkOptions spark = new SparkOptions();

    RunCommand(Console console, ProcessEnvironment environment, Supplier<Runs> runs) {
        this.console = console;
        this.environment = environment;
        this.runs = runs;
    }

    @Override
    public SparkWords words() {
        return spark.words(options.cluster().typedMaster());
    }

    @Override
    public boolean startsSpark() {
        return true;
    }

    @Override
    public boolean trainsHere() {
        return false;
    }

    @Override
    public Integer call() throws CommandFailure, RunFailure {
        Duration shown = interval.on(console);
        Limits given = limits.limits();
        Master master = options.cluster().master(environment);
        FleetingPlace.refuse(out, master, environment);
        SweepOptions.Planned planned =
                options.plan(environment, Optional.ofNullable(out).map(environment::uri), console::note);
        Plan plan = planned.plan();
        String directory = environment.uri(out == null ? usualOut(plan) : out);
        Preview.tell(plan, master, environment, console);
        RunRequest request = new RunRequest(
                planned.text(),
                plan,
                directory,
                master,
                options.cluster().dataHome(environment),
                shown,
                given,
                List.of(),
                saveModels,
                environment.hadoop());
        return ExitCode.of(notify.run(runs.get(), request, console, environment))
                .number();
    }

    private String usualOut(Plan plan) {
        return "runs/" + plan.sweep().name() + "-" + STAMP.format(LocalDateTime.now(environment.clock()));
    }
}
