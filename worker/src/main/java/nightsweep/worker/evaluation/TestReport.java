package nightsweep.worker.evaluation;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.outcome.OutputFigures;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;

/** What can be said of a network from what it gave for each test example. */
public final class TestReport {
    private static final int WRONG = 16;

    /** Beyond, predictions tell one probability an example: that of the class that it was taken for. */
    private static final int MOST_PROBABILITIES = 100_000;

    private final Dataset dataset;
    private final TestScores scores;
    private final Curves curves;

    /** @param scores of the data set's test examples */
    public TestReport(Dataset dataset, TestScores scores) {
        this.dataset = dataset;
        this.scores = scores;
        this.curves = Curves.of(scores);
    }

    /**
     * What the scores say beyond the class that each example is taken for; areas are under the curves of {@link #files} before
     * they are thinned.
     *
     * @param probabilities whether the scores of an example are the probabilities of its classes
     */
    public OutputFigures outputs(boolean probabilities) {
        return OutputMeasures.of(scores, curves, probabilities);
    }

    /** Tables for the folder of a trial. */
    public List<TableFile> files() {
        return List.of(roc(), precisionRecall(), predictions(), wrong());
    }

    private TableFile roc() {
        CsvText csv = new CsvText("class", "false-positive-rate", "true-positive-rate", "threshold");
        for (int label = 0; label < scores.classes(); label++) {
            points(csv, scores.labels().get(label), Curves.roc(curves.classes().get(label)));
        }
        points(csv, "macro average", curves.macroRoc());
        points(csv, "micro average", Curves.roc(curves.all()));
        return new TableFile("roc.csv", csv.text());
    }

    private TableFile precisionRecall() {
        CsvText csv = new CsvText("class", "recall", "precision", "threshold");
        for (int label = 0; label < scores.classes(); label++) {
            points(
                    csv,
                    scores.labels().get(label),
                    Curves.precisionRecall(curves.classes().get(label)));
        }
        points(csv, "macro average", curves.macroPrecisionRecall());
        points(csv, "micro average", Curves.precisionRecall(curves.all()));
        return new TableFile("precision-recall.csv", csv.text());
    }

    private static void points(CsvText csv, String label, List<CurvePoint> points) {
        points.forEach(point -> csv.row(label, point.x(), point.y(), point.threshold()));
    }

    private TableFile predictions() {
        boolean all = (long) scores.examples() * scores.classes() <= MOST_PROBABILITIES;
        List<String> heading = heading("actual", "predicted", "probability");
        if (all) {
            scores.labels().forEach(label -> heading.add("probability of " + label));
        }
        CsvText csv = new CsvText(heading.toArray(String[]::new));
        for (int example = 0; example < scores.examples(); example++) {
            List<Object> row = row(example);
            for (int label = 0; all && label < scores.classes(); label++) {
                row.add((double) scores.score(example, label));
            }
            csv.row(row.toArray());
        }
        return new TableFile("predictions.csv", csv.text());
    }

    private TableFile wrong() {
        List<String> heading = heading("actual", "predicted", "probability", "channels", "height", "width", "pixels");
        CsvText csv = new CsvText(heading.toArray(String[]::new));
        IntStream.range(0, scores.examples())
                .filter(example -> scores.actual()[example] != scores.predicted()[example])
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(scores::confidence)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(WRONG)
                .forEach(example -> wrong(csv, example));
        return new TableFile("wrong.csv", csv.text());
    }

    private void wrong(CsvText csv, int example) {
        List<Integer> shape = dataset.shape();
        ExampleSet test = dataset.test();
        Optional<byte[]> pixels = shape.size() > 1 ? test.bytes(example) : Optional.empty();
        List<Object> row = row(example);
        row.add(pixels.isEmpty() ? "" : shape.size() > 2 ? shape.get(0) : 1);
        row.add(pixels.isEmpty() ? "" : shape.get(shape.size() - 2));
        row.add(pixels.isEmpty() ? "" : shape.get(shape.size() - 1));
        row.add(pixels.map(Base64.getEncoder()::encodeToString).orElse(""));
        csv.row(row.toArray());
    }

    /** The number of an example, and where it is found again, before what else there is. */
    private List<String> heading(String... more) {
        List<String> heading = new ArrayList<>(List.of("example"));
        String origin = dataset.test().originColumn();
        if (!origin.isEmpty()) {
            heading.add(origin);
        }
        heading.addAll(List.of(more));
        return heading;
    }

    /** What stands under {@link #heading}, and what the example is and was taken for. */
    private List<Object> row(int example) {
        List<Object> row = new ArrayList<>(List.of(example));
        ExampleSet test = dataset.test();
        if (!test.originColumn().isEmpty()) {
            row.add(test.origin(example));
        }
        row.addAll(List.of(actual(example), predicted(example), (double) scores.confidence(example)));
        return row;
    }

    private String actual(int example) {
        return scores.labels().get(scores.actual()[example]);
    }

    private String predicted(int example) {
        return scores.labels().get(scores.predicted()[example]);
    }
}
