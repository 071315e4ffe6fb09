package nightsweep.driver.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightsweep.driver.application.Planning;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.RunRequest;
import nightsweep.driver.application.Runs;
import nightsweep.driver.application.SaveModels;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cli.notify.NotifyOption;
import nightsweep.driver.cli.options.ClusterOptions;
import nightsweep.driver.cli.options.Demanding;
import nightsweep.driver.cli.options.LimitOptions;
import nightsweep.driver.cli.options.SparkOptions;
import nightsweep.driver.cli.options.StatusInterval;
import nightsweep.driver.cli.options.SweepText;
import nightsweep.driver.cluster.Master;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.submit.SparkWords;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs trials again that failed. */
@Command(
        name = "retry",
        header = "Run trials of a run again that failed, and those that have not been run yet.",
        description = "What they failed of is kept as the history of their attempts.")
final class RetryCommand implements Callable<Integer>, Demanding {
    private final Console console;
    private final ProcessEnvironment environment;
    private final Supplier<Runs> runs;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "A run directory, as a path or a URI.")
    private String run = "";

    @SuppressWarnings("UnusedVariable") // It says what is to be run again, for the day when there is another choice.
    @Option(names = "--failed", required = true, description = "Run failed trials again.")
    private boolean failed;

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description = "Only those that failed for this reason, such as timed-out or out-of-memory. Any number of"
                    + " times. Default: whatever the reason.")
    private List<String> reasons = new ArrayList<>();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private StatusInterval interval = new StatusInterval();

    @Mixin
    private NotifyOption notify = new NotifyOption();

    @Mixin
    private SparkOptions spark = new SparkOptions();

    RetryCommand(Console console, ProcessEnvironment environment, Supplier<Runs> runs) {
        this.console = console;
        this.environment = environment;
        this.runs = runs;
    }

    @Override
    public SparkWords words() {
        return spark.words(cluster.typedMaster());
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
        List<FailureReason> again = reasons.isEmpty()
                ? List.of(FailureReason.values())
                : reasons.stream().map(this::reason).toList();
        String directory = environment.uri(run);
        String text = SweepText.ofRun(directory, environment).text();
        Master master = cluster.master(environment);
        Plan plan = plan(text, directory);
        Preview.tell(plan, master, environment, console);
        RunRequest request = new RunRequest(
                text,
                plan,
                directory,
                master,
                cluster.dataHome(environment),
                interval.on(console),
                limits.limits(),
                again,
                SaveModels.BEST,
                environment.hadoop());
        return ExitCode.of(notify.run(runs.get(), request, console, environment))
                .number();
    }

    private Plan plan(String text, String directory) throws CommandFailure, RunFailure {
        try {
            return new Planning(cluster.dataHome(environment), environment.hadoop())
                    .of(SweepFile.parse(text, directory + "/sweep.yaml"), text);
        } catch (SweepFileException e) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, e);
        }
    }

    private FailureReason reason(String given) {
        return Stream.of(FailureReason.values())
                .filter(reason -> word(reason).equals(given))
                .findFirst()
                .orElseThrow(() -> unknown(given));
    }

    private RuntimeException unknown(String given) {
        String known = Stream.of(FailureReason.values()).map(RetryCommand::word).collect(Collectors.joining(", "));
        String message = "--reason must be one of " + known + ", but got " + given + ".";
        return spec == null
                ? new IllegalArgumentException(message)
                : new ParameterException(spec.commandLine(), message);
    }

    private static String word(FailureReason reason) {
        return reason.label().replace(' ', '-');
    }
}
