package nightsweep.driver.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cli.options.Demanding;
import nightsweep.driver.cli.options.SparkOptions;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.driver.spread.SpreadPredictions;
import nightsweep.driver.submit.SparkWords;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.experiments.outcome.ModelInputs;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.unlabelled.UnlabelledFiles;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.model.SavedModel;
import nightsweep.worker.prediction.Answers;
import nightsweep.worker.prediction.CsvAnswers;
import nightsweep.worker.prediction.Gaps;
import nightsweep.worker.prediction.Labels;
import nightsweep.worker.prediction.Stretch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a saved model to use. */
@Command(
        name = "predict",
        header = "Tell what a saved model takes examples for.",
        description =
                "FILE is CSV or Parquet with the values of one example in each row, as they stand in the data, or a folder of"
                        + " such files, an IDX file of features, or a picture, PNG or JPEG; of pictures any number. Columns go by the names in the first"
                        + " line where the model knows its own; a column of labels is passed over; what does not fit is"
                        + " refused, as by evaluate, with exit code 3. The model scales the values. The answer is CSV: of each example its number from 0 (a"
                        + " picture's name beside it), the class that it is taken for, how much, and how much for each class.")
final class PredictCommand implements Callable<Integer>, Demanding {
    private final Console console;
    private final ProcessEnvironment environment;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model.zip, as a path or a URI.")
    private String place = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Examples, as a path or a URI.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--spread",
            description =
                    "Answer CSV and Parquet of any number of rows and files by all slots of the cluster, in parts under"
                            + " --to: part-00000.csv and so on, each with the heading, in the order of the examples. A"
                            + " folder of CSV or of Parquet files is one table, in the order of their names.")
    private boolean spread;

    @Option(
            names = "--to",
            paramLabel = "URI",
            description = "With --spread: a folder that is empty or not there. Parts are Parquet if its name ends in"
                    + " .parquet, else CSV.")
    private @Nullable String to;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "With --spread: Spark's master. Default: spark-submit's, else local[*].")
    private @Nullable String master;

    @Mixin
    private SparkOptions spark = new SparkOptions();

    PredictCommand(Console console, ProcessEnvironment environment) {
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
        if (!spread && !words().beyondMaster().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE, String.join(", ", words().beyondMaster()) + ": options of Spark go with --spread.");
        }
        SavedModel model = ModelPlace.model(place, environment);
        try {
            if (spread && model.trained().card().target().isPresent()) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "The model predicts a number, which --spread does not know yet: leave --spread out.");
            }
            if (spread) {
                spread();
                return ExitCode.DONE.number();
            }
            if (to != null || master != null) {
                throw new CommandFailure(ExitCode.USAGE, "--to and --master go with --spread.");
            }
            try (Answers answers = new Answers(model, Engines.standard())) {
                answer(answers, model);
            } catch (IOException e) {
                throw new CommandFailure(ExitCode.BAD_SWEEP, "Cannot read the examples: " + e.getMessage());
            }
            return ExitCode.DONE.number();
        } catch (DataException e) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, e);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, "Cannot answer: " + e.getMessage());
        } catch (ClusterException e) {
            throw new CommandFailure(ExitCode.BAD_CLUSTER, e);
        } finally {
            // Answers that were given before something was wrong are whole lines.
            console.out().flush();
        }
    }

    private void spread() throws CommandFailure, DataException, IOException, ClusterException {
        if (to == null) {
            throw new CommandFailure(ExitCode.USAGE, "--spread needs --to: where the parts are to be.");
        }
        long began = System.nanoTime();
        String target = environment.uri(to);
        SpreadPredictions.Done done = new SpreadPredictions(environment.hadoop())
                .answer(
                        ModelPlace.bytes(place, environment),
                        files.stream().map(environment::uri).toList(),
                        target,
                        Optional.ofNullable(master).orElseGet(environment::usualMaster));
        done.remarks().forEach(console::note);
        double seconds = (System.nanoTime() - began) / 1e9;
        console.say(String.format(
                Locale.ROOT,
                "%d examples in %d parts under %s: %.1f s, %.0f examples a second.",
                done.examples(),
                done.parts(),
                to,
                seconds,
                done.examples() / seconds));
    }

    /** What the first file is, all are. Nothing is said before it is known to fit. */
    private void answer(Answers answers, SavedModel model) throws CommandFailure, DataException, IOException {
        ModelCard card = model.trained().card();
        UnlabelledFiles reader = new UnlabelledFiles(card.shape());
        List<DataFile> all = files.stream()
                .map(place -> new DataFile(environment.hadoop(), environment.uri(place)))
                .toList();
        UnlabelledFiles.Kind kind =
                all.get(0).isFolder() ? UnlabelledFiles.Kind.TEXT : UnlabelledFiles.Kind.of(all.get(0));
        if (kind == UnlabelledFiles.Kind.PICTURE) {
            ExampleSet pictures = reader.pictures(all);
            answers.answer(pictures, CsvAnswers.begin(model, files, console.out()));
        } else if (files.size() > 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Of files that are no pictures one is read at a time (CSV and Parquet any number with --spread), but got "
                            + files.size() + ".");
        } else if (kind == UnlabelledFiles.Kind.MATLAB) {
            throw new CommandFailure(
                    ExitCode.BAD_SWEEP,
                    "Of MATLAB files, predict reads none: write them as IDX files by nightsweep data convert, or measure the"
                            + " model on one by nightsweep evaluate.");
        } else if (kind == UnlabelledFiles.Kind.IDX) {
            ExampleSet examples = reader.idx(all.get(0), card.inputs().map(ModelInputs::values), console::note);
            answers.answer(examples, CsvAnswers.begin(model, console.out()));
        } else {
            List<Stretch> whole =
                    Stretch.whole(environment.hadoop(), environment.uri(files.get(0)), model, Labels.passedOver());
            whole.get(0).remarks().forEach(console::note);
            CsvAnswers table = CsvAnswers.begin(model, console.out());
            Gaps gaps = new Gaps();
            long read = Stretch.read(
                    environment.hadoop(), whole, answers.width(), 0, 0, Long.MAX_VALUE, gaps, answers.into(table));
            gaps.told(files.get(0)).forEach(console::note);
            if (read == 0) {
                throw new DataException("Cannot read " + files.get(0) + ": there is no example.");
            }
        }
    }
}
