package nightsweep.driver.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nightsweep.driver.application.RefitEpochs;
import nightsweep.driver.application.RefitRequest;
import nightsweep.driver.application.Refitted;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.application.Runs;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cli.options.ClusterOptions;
import nightsweep.driver.cli.options.Demanding;
import nightsweep.driver.cli.options.SparkOptions;
import nightsweep.driver.submit.SparkWords;
import nightsweep.driver.table.Numbers;
import nightsweep.experiments.outcome.Evaluation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains the winner of a run on all that may be trained on. */
@Command(
        name = "refit",
        header = "Train the best configuration of a run anew, on training and validation examples together.",
        description = "It starts from the random numbers of the configuration's repeat 0, and is tested on the test"
                + " examples at its end. It runs in this process, unless --spread says otherwise.")
final class RefitCommand implements Callable<Integer>, Demanding {
    private final Console console;
    private final ProcessEnvironment environment;
    private final Supplier<Runs> runs;

    @Parameters(paramLabel = "RUN", description = "A run directory, as a path or a URI.")
    private String run = "";

    @Option(
            names = "--configuration",
            paramLabel = "N",
            description = "The configuration's number in the tables. Default: the best.")
    private @Nullable Integer configuration;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "sweep",
            converter = RefitEpochsConverter.class,
            description =
                    "How many: a number; sweep, as many as its trials had; or best, as many as the epoch that the mean"
                            + " of its repeats was best after, by validation accuracy (loss where the objective is loss). Default:"
                            + " sweep.")
    private RefitEpochs epochs = new RefitEpochs.OfSweep();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the model is kept, as a path or a URI. Default: a file of RUN/refit.")
    private @Nullable String out;

    @Option(
            names = "--spread",
            paramLabel = "N",
            description =
                    "Train it by N slots of the cluster side by side, by Deeplearning4j's averaging of parameters: the"
                            + " same result for the same N, wherever they are. For networks or data that a slot is too slow for;"
                            + " what it costs is told first.")
    private int slots = 1;

    @Option(
            names = "--average-every",
            paramLabel = "STEPS",
            defaultValue = "10",
            description = "With --spread: the steps that each slot takes between two averagings. Default: 10.")
    private int averagedEvery;

    @Option(
            names = "--rate-times",
            paramLabel = "X",
            description =
                    "With --spread: what the learning rate is multiplied by, as each slot takes only its share of the steps."
                            + " Default: N.")
    private @Nullable Double rateTimes;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private SparkOptions spark = new SparkOptions();

    RefitCommand(Console console, ProcessEnvironment environment, Supplier<Runs> runs) {
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
        return true;
    }

    @Override
    public Integer call() throws CommandFailure, RunFailure {
        if (slots < 1 || averagedEvery < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--spread and --average-every take whole numbers from 1.");
        }
        if (rateTimes != null && (slots == 1 || !(rateTimes > 0 && Double.isFinite(rateTimes)))) {
            throw new CommandFailure(ExitCode.USAGE, "--rate-times takes a number above 0, beside --spread.");
        }
        RefitRequest request = new RefitRequest(
                environment.uri(run),
                Optional.ofNullable(configuration),
                epochs,
                Optional.ofNullable(out).map(environment::uri),
                slots,
                slots == 1 ? 0 : averagedEvery,
                Optional.ofNullable(rateTimes),
                cluster.master(environment).url(),
                cluster.dataHome(environment),
                environment.hadoop());
        return told(runs.get().refit(request, console)).number();
    }

    private ExitCode told(Refitted refitted) {
        if (refitted instanceof Refitted.Interrupted) {
            return ExitCode.INTERRUPTED;
        }
        if (refitted instanceof Refitted.Nothing nothing) {
            console.fail("The refit came to nothing: " + nothing.why());
            return ExitCode.ALL_FAILED;
        }
        if (refitted instanceof Refitted.Kept kept) {
            Evaluation test = kept.outcome().test();
            String figure = test.ofNumber() ? "RMSE" : "accuracy";
            console.say("Test loss " + Numbers.exact(test.loss()) + ", " + figure + " "
                    + Numbers.exact(
                            test.ofNumber()
                                    ? test.numbers().rootMeanSquaredError()
                                    : test.confusion().accuracy())
                    + " on "
                    + test.examples() + " test examples; "
                    + (kept.trials() == 1
                            ? "its trial's " + figure + " was "
                            : "the mean " + figure + " of its " + kept.trials() + " trials was ")
                    + Numbers.exact(kept.before()) + ".");
            console.say("Trained for " + Numbers.exact(kept.outcome().timing().trainMillis() / 1000.0) + " s.");
            console.say("Model: " + kept.place());
        }
        return ExitCode.DONE;
    }
}
