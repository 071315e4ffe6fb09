package nightsweep.driver.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cli.options.ClusterOptions;
import nightsweep.driver.cli.options.DataFolder;
import nightsweep.driver.cli.options.Demanding;
import nightsweep.driver.cli.options.SparkOptions;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.driver.spread.SpreadEvaluation;
import nightsweep.driver.submit.SparkWords;
import nightsweep.driver.summary.tables.ClassificationReport;
import nightsweep.driver.summary.tables.NumberText;
import nightsweep.driver.table.Numbers;
import nightsweep.experiments.json.OutcomeFile;
import nightsweep.experiments.json.OutcomeFileException;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.KnownExamples;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.model.Examination;
import nightsweep.worker.model.LabelledData.Labelled;
import nightsweep.worker.model.ModelException;
import nightsweep.worker.model.SavedModel;
import nightsweep.worker.prediction.Labels;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures a saved model. */
@Command(
        name = "evaluate",
        header = "Measure a saved model on test examples.",
        description = "On its own data, the figures are those of its trial, to the last digit on the same kind of"
                + " processor; data that have changed since are refused. Of other data, columns and classes go by their"
                + " names, and it is told how many examples the model was trained on. Data that cannot be read or do not fit"
                + " the model are refused, as by predict, with exit code 3.")
final class EvaluateCommand implements Callable<Integer>, Demanding {
    private static final int SHOWN = 12;

    private final Console console;
    private final ProcessEnvironment environment;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model.zip, as a path or a URI.")
    private String place = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DATA",
            description =
                    "A labelled CSV or Parquet file, or a folder of such files, a folder with a folder of pictures for each class, a"
                            + " folder of IDX files, a MATLAB 5 file, or the name of a data set, as in sweep files. Default: the test examples of the"
                            + " model's own data.")
    private @Nullable String given;

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description =
                    "Of a CSV or Parquet file, the column of labels: its name, or its number from 1, or from -1 backwards."
                            + " Default: the name that it had in training, else label, class or target.")
    private @Nullable String label;

    @Option(
            names = "--data",
            paramLabel = "URI",
            description = "Where folders of data are. Default: environment variable NIGHTSWEEP_DATA.")
    private @Nullable String data;

    @Option(
            names = "--spread",
            description =
                    "Measure by all slots of the cluster, in parts, on CSV or Parquet of any number of rows: a file, or a"
                            + " folder of such files, which is one table. The figures are those without --spread.")
    private boolean spread;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "With --spread: Spark's master. Default: spark-submit's, else local[*].")
    private @Nullable String master;

    @Mixin
    private SparkOptions spark = new SparkOptions();

    EvaluateCommand(Console console, ProcessEnvironment environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public SparkWords words() {
        return spark.words(Optional.ofNullable(master));
    }

    @Override
    public boolean startsSpark() {
        return spread;
    }

    @Override
    public boolean trainsHere() {
        return true;
    }

    @Override
    public Integer call() throws CommandFailure {
        if (!spread && master != null) {
            throw new CommandFailure(ExitCode.USAGE, "--master goes with --spread.");
        }
        if (!spread && !words().beyondMaster().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE, String.join(", ", words().beyondMaster()) + ": options of Spark go with --spread.");
        }
        SavedModel model = ModelPlace.model(place, environment);
        Optional<String> home = Optional.ofNullable(data)
                .or(() -> environment.variable(ClusterOptions.DATA_HOME))
                .map(one -> DataFolder.within(one, environment));
        DatasetLoader loader = new DatasetLoader(environment.hadoop(), DataFolder.places(model.sweepText(), home));
        Examination examination = new Examination(model, Engines.standard());
        try {
            boolean own = given == null || others(model, loader).isOwn(given);
            if (model.trained().card().target().isPresent() && (spread || !own)) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "The model predicts a number, and is measured on the test examples of its own data alone: leave DATA"
                                + " and --spread out, or take the predictions of other examples by nightsweep predict.");
            }
            if (spread) {
                spread(model, loader);
                return ExitCode.DONE.number();
            }
            GivenData others = others(model, loader);
            if (given == null || others.isOwn(given)) {
                Dataset held = own(model, loader);
                tell(examination.test(held).evaluation(), held.name());
            } else {
                Labelled labelled = others.find(given);
                labelled.remarks().forEach(console::note);
                tell(examination.test(labelled.name(), labelled.examples()).evaluation(), labelled.name());
                ExampleSet examples = labelled.examples();
                console.say(seen(examples.size(), known(model, loader), set -> set.count(examples)));
            }
            return ExitCode.DONE.number();
        } catch (DataException e) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, e);
        } catch (ModelException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, e);
        } catch (ClusterException e) {
            throw new CommandFailure(ExitCode.BAD_CLUSTER, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.number();
        }
    }

    private GivenData others(SavedModel model, DatasetLoader loader) {
        return new GivenData(environment, model, loader, Optional.ofNullable(label));
    }

    private void tell(Evaluation test, String name) {
        if (test.ofNumber()) {
            console.say(test.chief(Numbers::exact) + " on " + test.examples() + " test examples of " + name + ".\n\n"
                    + NumberText.of(test.numbers()).stripTrailing());
            return;
        }
        console.say("Loss " + Numbers.exact(test.loss()) + ", accuracy "
                + Numbers.exact(test.confusion().accuracy()) + " on "
                + test.confusion().examples()
                + " test examples of " + name + ".\n\n"
                + ClassificationReport.text(test.confusion()).stripTrailing());
    }

    /** The data that it was trained on, if they still are what they were: else what was held out is not known. */
    private Dataset own(SavedModel model, DatasetLoader loader) throws DataException, CommandFailure {
        Trial trial = model.trial();
        Dataset own = loader.load(trial.dataset(), model.sweepSeed());
        String before = checksum(model);
        if (before.isEmpty()) {
            console.warn("The model does not tell the checksum of its data: whether they have changed is not known.");
        } else if (!before.equals(own.checksum())) {
            throw new CommandFailure(
                    ExitCode.BAD_SWEEP,
                    "The data have changed since the model was trained: " + own.name() + " has the checksum "
                            + shown(own.checksum()) + ", but had " + shown(before)
                            + ". What was kept for testing cannot be told from what was trained on. Bring back the data,"
                            + " or name data to measure it on, whatever they are: nightsweep evaluate MODEL DATA.");
        }
        return own;
    }

    private String checksum(SavedModel model) throws CommandFailure {
        try {
            return OutcomeFile.read(model.outcomeText(), place).provenance().dataChecksum();
        } catch (OutcomeFileException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, e);
        }
    }

    /** By all slots of the cluster. */
    private void spread(SavedModel model, DatasetLoader loader) throws CommandFailure, DataException, ClusterException {
        if (given == null) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--spread needs DATA: a CSV file, a Parquet file, or a folder of such files.");
        }
        Known known = known(model, loader);
        String file = environment.uri(given);
        SpreadEvaluation.Measured measured = new SpreadEvaluation(environment.hadoop())
                .measure(
                        ModelPlace.bytes(place, environment),
                        file,
                        Labels.compared(Optional.ofNullable(label)),
                        known.sets(),
                        Optional.ofNullable(master).orElseGet(environment::usualMaster));
        measured.remarks().forEach(console::note);
        tell(measured.evaluation(), new Path(file).getName());
        console.say(seen(
                measured.evaluation().confusion().examples(),
                known,
                set -> measured.recognized().get(known.sets().indexOf(set))));
    }

    /**
     * What is known of the examples that the model has met.
     *
     * @param sets those that it was trained on, and those in validation; none where they are not known
     * @param why they are not known; else empty
     */
    private record Known(List<KnownExamples> sets, String why) {}

    private Known known(SavedModel model, DatasetLoader loader) {
        try {
            Dataset own = own(model, loader);
            return new Known(
                    List.of(
                            KnownExamples.of(List.of(own.train())),
                            KnownExamples.of(Stream.of(own.validation())
                                    .flatMap(Optional::stream)
                                    .toList())),
                    "");
        } catch (DataException | CommandFailure e) {
            return new Known(List.of(), String.valueOf(e.getMessage()));
        }
    }

    /** How many of some examples the model was trained on, or that this is not known. */
    private static String seen(long examples, Known known, ToLongFunction<KnownExamples> count) {
        if (known.sets().isEmpty()) {
            return "Whether it was trained on some of them is not known: " + known.why();
        }
        long trained = count.applyAsLong(known.sets().get(0));
        long compared = count.applyAsLong(known.sets().get(1));
        return (trained == 0
                        ? "It was trained on none of these " + examples + " examples"
                        : "It was trained on " + trained + " of these " + examples
                                + " examples, so the figures are too good")
                + (compared == 0 ? "." : "; by " + compared + " of them, in validation, trials were compared.");
    }

    private static String shown(String checksum) {
        return checksum.length() <= SHOWN ? checksum : checksum.substring(0, SHOWN) + "...";
    }
}
