package nightsweep.driver.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nightsweep.driver.summary.ClassificationReport;
import nightsweep.driver.table.Numbers;
import nightsweep.experiments.format.OutcomeFile;
import nightsweep.experiments.format.OutcomeFileException;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.DatasetLoader;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.KnownExamples;
import nightsweep.worker.model.Examination;
import nightsweep.worker.model.LabelledData.Labelled;
import nightsweep.worker.model.ModelException;
import nightsweep.worker.model.SavedModel;
import nightsweep.worker.training.choice.Engines;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures a saved model. */
@Command(
        name = "evaluate",
        header = "Measure a saved model on test examples.",
        description = "On its own data, the figures are those of its trial, to the last digit on the same kind of"
                + " processor; data that have changed since are refused. Of other data, columns and classes go by their"
                + " names, and it is told how many examples the model was trained on.")
final class EvaluateCommand implements Callable<Integer>, Demanding {
    private static final int SHOWN = 12;

    private final Console console;
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model.zip, as a path or a URI.")
    private String place = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DATA",
            description =
                    "A labelled CSV file, a folder with a folder of pictures for each class, a folder of IDX files, a"
                            + " MATLAB 5 file, or the name of a data set, as in sweep files. Default: the test examples of the"
                            + " model's own data.")
    private @Nullable String given;

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description = "Of a CSV file, the column of labels: its name, or its number from 1, or from -1 backwards."
                    + " Default: the name that it had in training, else label, class or target.")
    private @Nullable String label;

    @Option(
            names = "--data",
            paramLabel = "URI",
            description = "Where folders of data are. Default: environment variable NIGHTSWEEP_DATA.")
    private @Nullable String data;

    EvaluateCommand(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
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
    public Integer call() throws CommandFailure {
        SavedModel model = ModelPlace.model(place, surroundings);
        Optional<String> home = Optional.ofNullable(data)
                .or(() -> surroundings.variable(ClusterOptions.DATA_HOME))
                .map(one -> DataFolder.within(one, surroundings));
        DatasetLoader loader = new DatasetLoader(surroundings.hadoop(), DataFolder.places(model.sweepText(), home));
        Examination examination = new Examination(model, Engines.standard());
        try {
            GivenData others = new GivenData(surroundings, model, loader, Optional.ofNullable(label));
            if (given == null || others.isOwn(given)) {
                Dataset own = own(model, loader);
                tell(examination.test(own).evaluation(), own.name());
            } else {
                Labelled labelled = others.find(given);
                labelled.remarks().forEach(console::note);
                tell(examination.test(labelled.name(), labelled.examples()).evaluation(), labelled.name());
                console.say(seen(labelled.examples(), model, loader));
            }
            return ExitCode.DONE.number();
        } catch (DataException e) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, e);
        } catch (ModelException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.number();
        }
    }

    private void tell(Evaluation test, String name) {
        console.say("Loss " + Numbers.exact(test.loss()) + ", accuracy "
                + Numbers.exact(test.confusion().accuracy()) + " on "
                + test.confusion().examples()
                + " test examples of " + name + ".\n\n"
                + ClassificationReport.text(test.confusion()).stripTrailing());
    }

    /** The data that it was trained on, if they still are what they were: else what was held out is not known. */
    private Dataset own(SavedModel model, DatasetLoader loader) throws DataException, CommandFailure {
        Trial trial = model.trial();
        Dataset own = loader.load(trial.configuration().dataset(), model.sweepSeed());
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

    /** How many of some examples the model was trained on, or that this is not known. */
    private String seen(ExampleSet examples, SavedModel model, DatasetLoader loader) throws CommandFailure {
        Dataset own;
        try {
            own = own(model, loader);
        } catch (DataException | CommandFailure e) {
            return "Whether it was trained on some of them is not known: " + e.getMessage();
        }
        int trained = KnownExamples.of(List.of(own.train())).count(examples);
        int compared = KnownExamples.of(
                        Stream.of(own.validation()).flatMap(Optional::stream).toList())
                .count(examples);
        return (trained == 0
                        ? "It was trained on none of these " + examples.size() + " examples"
                        : "It was trained on " + trained + " of these " + examples.size()
                                + " examples, so the figures are too good")
                + (compared == 0 ? "." : "; by " + compared + " of them, in validation, trials were compared.");
    }

    private static String shown(String checksum) {
        return checksum.length() <= SHOWN ? checksum : checksum.substring(0, SHOWN) + "...";
    }
}
