package nightsweep.driver.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.Features;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.unlabelled.UnlabelledFiles;
import nightsweep.worker.evaluation.TestReport;
import nightsweep.worker.evaluation.TestScores;
import nightsweep.worker.model.Examination;
import nightsweep.worker.model.ModelException;
import nightsweep.worker.model.SavedModel;
import nightsweep.worker.training.choice.Engines;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a saved model to use. */
@Command(
        name = "predict",
        header = "Tell what a saved model takes examples for.",
        description =
                "FILE is CSV with the values of one example in each line, as they stand in the data (a first line of"
                        + " names is passed over), an IDX file of features, or a picture, PNG or JPEG; of pictures any number."
                        + " The model scales them. The answer is CSV.")
final class PredictCommand implements Callable<Integer> {
    private final Console console;
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model.zip, as a path or a URI.")
    private String place = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Examples, as a path or a URI.")
    private List<String> files = new ArrayList<>();

    PredictCommand(Console console, Surroundings surroundings) {
        this.console = console;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailure {
        SavedModel model = ModelPlace.model(place, surroundings);
        List<Integer> shape = model.trained().card().shape();
        ExampleSet examples = examples(shape);
        Dataset dataset =
                new Dataset(file(), model.trained().card().labels(), shape, examples, Optional.empty(), examples, "");
        try {
            TestScores scores = new Examination(model, Engines.standard())
                    .test(dataset, examples)
                    .scores()
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.BAD_RUN_DIRECTORY, file() + " has too many examples: split it."));
            console.say(TestReport.predictions(scores).stripTrailing());
            return ExitCode.DONE.number();
        } catch (ModelException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.number();
        }
    }

    private String file() {
        return files.get(0);
    }

    /** What the first file is, all are. */
    private ExampleSet examples(List<Integer> shape) throws CommandFailure {
        UnlabelledFiles reader = new UnlabelledFiles(shape);
        List<DataFile> all = files.stream()
                .map(place -> new DataFile(surroundings.hadoop(), surroundings.uri(place)))
                .toList();
        try {
            UnlabelledFiles.Kind kind = UnlabelledFiles.Kind.of(all.get(0));
            if (kind == UnlabelledFiles.Kind.PICTURE) {
                return reader.pictures(all);
            }
            if (files.size() > 1) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "Of files that are no pictures one is read at a time, but got " + files.size() + ".");
            }
            return kind == UnlabelledFiles.Kind.IDX
                    ? reader.idx(all.get(0))
                    : examples(
                            new String(ModelPlace.bytes(file(), surroundings), StandardCharsets.UTF_8),
                            shape.stream().reduce(1, (a, b) -> a * b));
        } catch (DataException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, e);
        }
    }

    private ExampleSet examples(String text, int width) throws CommandFailure {
        List<CSVRecord> records = records(text);
        int first = !records.isEmpty() && !isNumber(records.get(0).get(0)) ? 1 : 0;
        int count = records.size() - first;
        if (count == 0) {
            throw wrong(1, "there is no example");
        }
        float[] values = new float[Math.multiplyExact(count, width)];
        for (int row = 0; row < count; row++) {
            CSVRecord one = records.get(first + row);
            if (one.size() != width) {
                throw wrong(one.getRecordNumber(), "it has " + one.size() + " values, but the model takes " + width);
            }
            for (int column = 0; column < width; column++) {
                if (!isNumber(one.get(column))) {
                    throw wrong(one.getRecordNumber(), "\"" + one.get(column) + "\" is no number");
                }
                values[row * width + column] = Float.parseFloat(one.get(column));
            }
        }
        int[] rows = IntStream.range(0, count).toArray();
        return new ExampleSet(new Features.Floats(values), width, rows, new byte[count], ColumnScale.uniform(1, 0));
    }

    private List<CSVRecord> records(String text) throws CommandFailure {
        try {
            return CSVFormat.RFC4180.parse(new StringReader(text)).getRecords();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, "Cannot read " + file() + ": " + e.getMessage());
        }
    }

    private CommandFailure wrong(long line, String what) {
        return new CommandFailure(
                ExitCode.BAD_RUN_DIRECTORY, "Cannot read " + file() + ": " + what + " (line " + line + ").");
    }

    private static boolean isNumber(String text) {
        return text.strip().matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    }
}
