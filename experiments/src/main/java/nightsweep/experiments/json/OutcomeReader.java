package nightsweep.experiments.json;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nightsweep.experiments.outcome.Areas;
import nightsweep.experiments.outcome.Attempt;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.outcome.ConfusionMatrix;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.LayerMetrics;
import nightsweep.experiments.outcome.NumberFigures;
import nightsweep.experiments.outcome.OutputFigures;
import nightsweep.experiments.outcome.ProbabilityScores;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Separation;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialEnd;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.outcome.WeightHistogram;
import nightsweep.experiments.sweep.TrialId;

/** JSON as outcomes. What is wrong is an IllegalArgumentException that says where. */
final class OutcomeReader {
    private static final int LAYER_FIGURES = 5;

    /** Before the counts. */
    private static final int HISTOGRAM_FIGURES = 4;

    private OutcomeReader() {}

    static TrialOutcome outcome(JsonPart json) {
        json.requireObject();
        int format = json.small("format");
        if (format != OutcomeFile.FORMAT) {
            throw new IllegalArgumentException("it is of format " + format + ", but only " + OutcomeFile.FORMAT
                    + " is known. Read it with the version of Nightsweep that wrote it.");
        }
        TrialId id = new TrialId(json.text("id"));
        List<EpochMetrics> epochs = json.list("epochs", OutcomeReader::epoch);
        Provenance provenance = provenance(json.part("provenance"));
        Timing timing = timing(json.part("timing"));
        String outcome = json.text("outcome");
        TrialEnd end = TrialEnd.of(outcome)
                .orElseThrow(() -> new IllegalArgumentException(
                        "outcome must be completed, stopped, diverged or failed, but got \"" + outcome + "\"."));
        return switch (end) {
            case COMPLETED ->
                new TrialOutcome.Completed(
                        id,
                        json.whole("parameters"),
                        json.whole("optimizer-bytes"),
                        epochs,
                        json.optional("validation", OutcomeReader::evaluation),
                        test(json),
                        json.optional("test-with-dropout", OutcomeReader::evaluation),
                        provenance,
                        timing);
            case STOPPED ->
                new TrialOutcome.Stopped(
                        id, json.small("epoch"), json.small("planned-epochs"), epochs, provenance, timing);
            case DIVERGED ->
                new TrialOutcome.Diverged(
                        id,
                        json.small("epoch"),
                        json.whole("step"),
                        json.number("loss-before"),
                        epochs,
                        provenance,
                        timing);
            case FAILED ->
                new TrialOutcome.Failed(
                        id,
                        reason(json.text("reason")),
                        json.text("message"),
                        json.text("stack-trace"),
                        epochs,
                        provenance,
                        timing);
        };
    }

    private static FailureReason reason(String label) {
        return Stream.of(FailureReason.values())
                .filter(reason -> reason.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown reason \"" + label + "\"."));
    }

    private static EpochMetrics epoch(JsonPart json) {
        return new EpochMetrics(
                json.small("epoch"),
                json.number("train-loss"),
                json.number("train-accuracy"),
                json.number("validation-loss"),
                json.number("validation-accuracy"),
                json.list("layers", OutcomeReader::layer));
    }

    private static LayerMetrics layer(JsonPart json) {
        List<JsonPart> all = json.items(item -> item);
        boolean spread = all.size() == LAYER_FIGURES + 1;
        List<JsonPart> figures = spread ? all : json.items(LAYER_FIGURES);
        return new LayerMetrics(
                figures.get(0).text(),
                figures.get(1).number(),
                figures.get(2).number(),
                figures.get(3).small(),
                figures.get(4).small(),
                spread ? histogram(figures.get(LAYER_FIGURES)) : WeightHistogram.NONE);
    }

    private static WeightHistogram histogram(JsonPart json) {
        List<JsonPart> figures = json.items(item -> item);
        if (figures.size() <= HISTOGRAM_FIGURES) {
            figures = json.items(HISTOGRAM_FIGURES + 1);
        }
        return new WeightHistogram(
                figures.get(0).number(),
                figures.get(1).number(),
                figures.get(2).number(),
                figures.get(3).number(),
                figures.subList(HISTOGRAM_FIGURES, figures.size()).stream()
                        .map(JsonPart::whole)
                        .toList());
    }

    private static Areas areas(JsonPart json) {
        return new Areas(json.list("classes", JsonPart::number), json.number("macro"), json.number("micro"));
    }

    private static NumberFigures numbers(JsonPart json) {
        return new NumberFigures(
                json.whole("examples"),
                json.number("root-mean-squared-error"),
                json.number("squared-error-deviation"),
                json.number("mean-absolute-error"),
                json.number("median-absolute-error"),
                json.number("r2"),
                json.number("explained-variance"));
    }

    private static Evaluation evaluation(JsonPart json) {
        Optional<NumberFigures> numbers = json.present("numbers", OutcomeReader::numbers);
        if (numbers.isPresent()) {
            return new Evaluation(json.number("loss"), numbers.get());
        }
        return new Evaluation(
                json.number("loss"),
                new ConfusionMatrix(
                        json.list("labels", JsonPart::text), json.list("confusion", row -> row.items(JsonPart::whole))),
                json.present("outputs", OutcomeReader::outputs).orElse(OutputFigures.UNKNOWN));
    }

    /** Areas under the test's curves stood beside the test before other figures of outputs were kept. */
    private static Evaluation test(JsonPart json) {
        Evaluation test = evaluation(json.part("test"));
        Optional<Areas> roc = json.present("roc-areas", OutcomeReader::areas);
        return roc.isEmpty()
                ? test
                : test.with(new OutputFigures(
                        new Separation(roc.get(), areas(json.part("average-precisions"))),
                        ProbabilityScores.UNKNOWN,
                        List.of()));
    }

    private static OutputFigures outputs(JsonPart json) {
        return new OutputFigures(
                new Separation(areas(json.part("roc-areas")), areas(json.part("average-precisions"))),
                new ProbabilityScores(
                        json.number("log-loss"), json.number("brier-score"), json.number("calibration-error")),
                json.list("top-accuracies", JsonPart::number));
    }

    private static Provenance provenance(JsonPart json) {
        return new Provenance(
                json.text("code-revision"),
                json.whole("sweep-seed"),
                json.whole("trial-seed"),
                json.text("dataset-checksum"),
                json.text("engine"),
                json.text("jvm"),
                json.text("os"),
                json.text("cpu"),
                json.text("blas"),
                json.text("dl4j"),
                json.text("spark"),
                json.text("hadoop"));
    }

    private static Timing timing(JsonPart json) {
        return new Timing(
                json.text("host"),
                json.whole("started-millis"),
                json.whole("train-millis"),
                json.whole("evaluate-millis"),
                json.whole("total-millis"),
                json.whole("steps"),
                json.present("resumed-epochs", JsonPart::small).orElse(0),
                json.present("repeated-epochs", JsonPart::small).orElse(0),
                json.present("attempts", OutcomeReader::history).orElse(AttemptHistory.NONE),
                json.present("copy-of", JsonPart::text).map(TrialId::new));
    }

    private static AttemptHistory history(JsonPart json) {
        return new AttemptHistory(json.items(attempt -> new Attempt(
                attempt.small("number"),
                attempt.text("host"),
                attempt.text("executor"),
                attempt.whole("started-millis"),
                attempt.text("ending"))));
    }
}
