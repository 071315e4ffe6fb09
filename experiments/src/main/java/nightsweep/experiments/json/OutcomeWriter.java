package nightsweep.experiments.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.outcome.Areas;
import nightsweep.experiments.outcome.Attempt;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.NumberFigures;
import nightsweep.experiments.outcome.OutputFigures;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.Timing;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.outcome.WeightHistogram;

/** Outcomes as JSON, fields in a fixed order. */
final class OutcomeWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private OutcomeWriter() {}

    static ObjectNode json(TrialOutcome outcome) {
        ObjectNode json = JSON.objectNode()
                .put("format", OutcomeFile.FORMAT)
                .put("id", outcome.id().text())
                .put("outcome", outcome.label());
        if (outcome instanceof TrialOutcome.Completed completed) {
            json.put("parameters", completed.parameters()).put("optimizer-bytes", completed.optimizerBytes());
            put(json, "validation", completed.validation());
            put(json, "test", Optional.of(completed.test()));
            put(json, "test-with-dropout", completed.testWithDropout());
        } else if (outcome instanceof TrialOutcome.Stopped stopped) {
            json.put("epoch", stopped.epoch()).put("planned-epochs", stopped.planned());
        } else if (outcome instanceof TrialOutcome.Diverged diverged) {
            json.put("epoch", diverged.epoch()).put("step", diverged.step());
            number(json, "loss-before", diverged.lossBefore());
        } else if (outcome instanceof TrialOutcome.Failed failed) {
            json.put("reason", failed.reason().label())
                    .put("message", failed.message())
                    .put("stack-trace", failed.stackTrace());
        } else {
            throw new AssertionError(outcome);
        }
        json.set("epochs", epochs(outcome.epochs()));
        json.set("provenance", provenance(outcome.provenance()));
        json.set("timing", timing(outcome.timing()));
        return json;
    }

    private static void put(ObjectNode json, String field, Optional<Evaluation> evaluation) {
        evaluation.ifPresentOrElse(
                present -> {
                    ObjectNode part = json.putObject(field);
                    number(part, "loss", present.loss());
                    if (present.ofNumber()) {
                        put(part.putObject("numbers"), present.numbers());
                        return;
                    }
                    ArrayNode labels = part.putArray("labels");
                    present.confusion().labels().forEach(labels::add);
                    ArrayNode rows = part.putArray("confusion");
                    present.confusion().counts().forEach(row -> {
                        ArrayNode counts = rows.addArray();
                        row.forEach(counts::add);
                    });
                    if (!present.outputs().equals(OutputFigures.UNKNOWN)) {
                        put(part.putObject("outputs"), present.outputs());
                    }
                },
                () -> json.putNull(field));
    }

    private static void put(ObjectNode json, OutputFigures outputs) {
        put(json, "roc-areas", outputs.separation().roc());
        put(json, "average-precisions", outputs.separation().precisionRecall());
        number(json, "log-loss", outputs.probabilities().logLoss());
        number(json, "brier-score", outputs.probabilities().brierScore());
        number(json, "calibration-error", outputs.probabilities().calibrationError());
        ArrayNode top = json.putArray("top-accuracies");
        outputs.topAccuracies().forEach(share -> number(top, share));
    }

    private static void put(ObjectNode json, NumberFigures figures) {
        json.put("examples", figures.examples());
        number(json, "root-mean-squared-error", figures.rootMeanSquaredError());
        number(json, "squared-error-deviation", figures.squaredErrorDeviation());
        number(json, "mean-absolute-error", figures.meanAbsoluteError());
        number(json, "median-absolute-error", figures.medianAbsoluteError());
        number(json, "r2", figures.r2());
        number(json, "explained-variance", figures.explainedVariance());
    }

    private static void put(ObjectNode json, String field, Areas areas) {
        ObjectNode part = json.putObject(field);
        ArrayNode classes = part.putArray("classes");
        areas.classes().forEach(area -> number(classes, area));
        number(part, "macro", areas.macro());
        number(part, "micro", areas.micro());
    }

    private static ArrayNode epochs(List<EpochMetrics> epochs) {
        ArrayNode json = JSON.arrayNode();
        for (EpochMetrics epoch : epochs) {
            ObjectNode one = json.addObject().put("epoch", epoch.epoch());
            number(one, "train-loss", epoch.trainLoss());
            number(one, "train-accuracy", epoch.trainAccuracy());
            number(one, "validation-loss", epoch.validationLoss());
            number(one, "validation-accuracy", epoch.validationAccuracy());
            ArrayNode layers = one.putArray("layers");
            epoch.layers().forEach(layer -> {
                ArrayNode figures = layers.addArray().add(layer.layer());
                number(figures, layer.gradientNorm());
                number(figures, layer.weightNorm());
                figures.add(layer.units()).add(layer.deadUnits());
                if (!layer.weights().missing()) {
                    histogram(figures.addArray(), layer.weights());
                }
            });
        }
        return json;
    }

    /** Extremes, sums, then the counts. */
    private static void histogram(ArrayNode figures, WeightHistogram histogram) {
        number(figures, histogram.least());
        number(figures, histogram.greatest());
        number(figures, histogram.sum());
        number(figures, histogram.squares());
        histogram.counts().forEach(figures::add);
    }

    private static ObjectNode provenance(Provenance provenance) {
        return JSON.objectNode()
                .put("code-revision", provenance.codeRevision())
                .put("sweep-seed", provenance.sweepSeed())
                .put("trial-seed", provenance.trialSeed())
                .put("dataset-checksum", provenance.dataChecksum())
                .put("engine", provenance.engine())
                .put("jvm", provenance.jvm())
                .put("os", provenance.os())
                .put("cpu", provenance.cpu())
                .put("blas", provenance.blas())
                .put("dl4j", provenance.dl4j())
                .put("spark", provenance.spark())
                .put("hadoop", provenance.hadoop());
    }

    private static ObjectNode timing(Timing timing) {
        ObjectNode json = JSON.objectNode()
                .put("host", timing.host())
                .put("started-millis", timing.startedMillis())
                .put("train-millis", timing.trainMillis())
                .put("evaluate-millis", timing.evaluateMillis())
                .put("total-millis", timing.totalMillis())
                .put("steps", timing.steps())
                .put("resumed-epochs", timing.resumedEpochs())
                .put("repeated-epochs", timing.repeatedEpochs());
        ArrayNode attempts = json.putArray("attempts");
        for (Attempt attempt : timing.history().attempts()) {
            attempts.addObject()
                    .put("number", attempt.number())
                    .put("host", attempt.host())
                    .put("executor", attempt.executor())
                    .put("started-millis", attempt.startedMillis())
                    .put("ending", attempt.ending());
        }
        timing.copyOf().ifPresent(source -> json.put("copy-of", source.text()));
        return json;
    }

    /** JSON has no numbers that are not finite. */
    private static void number(ObjectNode json, String field, double value) {
        if (Double.isFinite(value)) {
            json.put(field, value);
        } else {
            json.put(field, Double.toString(value));
        }
    }

    private static void number(ArrayNode json, double value) {
        if (Double.isFinite(value)) {
            json.add(value);
        } else {
            json.add(Double.toString(value));
        }
    }
}
