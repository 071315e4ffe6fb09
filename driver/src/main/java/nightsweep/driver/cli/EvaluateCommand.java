package nightsweep.driver.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nightsweep.driver.summary.ClassificationReport;
import nightsweep.driver.table.Numbers;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.format.SweepFile;
import nightsweep.experiments.format.SweepFileException;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.DatasetLoader;
import nightsweep.worker.model.Examination;
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
        description = "On the data that it was tested on, the figures are those of its trial, to the last digit on the"
                + " same kind of processor.")
final class EvaluateCommand implements Callable<Integer>, Demanding {
    private final Console console;
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model.zip, as a path or a URI.")
    private String place = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DATASET",
            description = "The name of a data set, as in sweep files. Default: the model's own.")
    private @Nullable String name;

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
        Optional<String> home = Optional.ofNullable(data).or(() -> surroundings.variable(ClusterOptions.DATA_HOME));
        try {
            Dataset dataset = new DatasetLoader(surroundings.hadoop(), home).load(spec(model), model.sweepSeed());
            Evaluation test =
                    new Examination(model, Engines.standard()).test(dataset).evaluation();
            console.say("Loss " + Numbers.exact(test.loss()) + ", accuracy "
                    + Numbers.exact(test.confusion().accuracy()) + " on "
                    + test.confusion().examples()
                    + " test examples of " + dataset.name() + ".\n\n"
                    + ClassificationReport.text(test.confusion()).stripTrailing());
            return ExitCode.DONE.number();
        } catch (SweepFileException | DataException e) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, e);
        } catch (ModelException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.number();
        }
    }

    /** As the model's sweep has it, under another name where one is given. */
    private DatasetSpec spec(SavedModel model) throws SweepFileException {
        if (name == null) {
            return model.trial().configuration().dataset();
        }
        String text = SweepFile.withSettings(model.sweepText(), List.of("dataset.name=" + name), place);
        return SweepFile.parse(text, place)
                .trials()
                .get(model.trial().number() - 1)
                .configuration()
                .dataset();
    }
}
