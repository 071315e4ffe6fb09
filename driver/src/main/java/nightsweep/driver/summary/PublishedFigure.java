package nightsweep.driver.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nightsweep.experiments.outcome.ClassScores;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.sweep.PublishedRow;

/**
 * One published number beside ours.
 *
 * @param figure its name, such as {@code test-accuracy}
 * @param label of the class that it speaks of; empty where it speaks of none
 * @param ours the mean over completed repeats; NaN where we have none
 */
record PublishedFigure(
        ConfigurationEndings configuration,
        PublishedRow row,
        String figure,
        String label,
        double published,
        double ours) {
    static final String F1 = "f1";

    double difference() {
        return ours - published;
    }

    /** Every figure of every row, configuration by configuration. */
    static List<PublishedFigure> of(Endings endings) {
        return endings.configurations().stream()
                .flatMap(configuration -> endings.sweep().published().stream()
                        .filter(row -> row.matches(configuration.configuration()))
                        .flatMap(row -> of(configuration, row).stream()))
                .toList();
    }

    /** Every figure of one row, those of classes last. */
    static List<PublishedFigure> of(ConfigurationEndings configuration, PublishedRow row) {
        List<PublishedFigure> figures = new ArrayList<>();
        row.figures()
                .forEach((name, published) -> figures.add(new PublishedFigure(
                        configuration, row, name, "", published, mean(configuration, trial -> ours(name, trial)))));
        List<String> labels = configuration.completed().stream()
                .findFirst()
                .map(trial -> trial.classes().stream().map(ClassScores::label).toList())
                .orElse(List.of());
        IntStream.range(0, row.f1().size())
                .forEach(i -> figures.add(new PublishedFigure(
                        configuration,
                        row,
                        F1,
                        i < labels.size() ? labels.get(i) : Integer.toString(i),
                        row.f1().get(i),
                        mean(configuration, trial -> f1(trial, i)))));
        return figures;
    }

    private static double mean(ConfigurationEndings configuration, ToDoubleFunction<TrialEnding> figure) {
        return configuration.spread(figure).mean();
    }

    private static double f1(TrialEnding trial, int index) {
        return index < trial.classes().size() ? trial.classes().get(index).f1() : Double.NaN;
    }

    private static double ours(String name, TrialEnding trial) {
        return switch (name) {
            case "train-loss" -> trial.lastEpoch(EpochMetrics::trainLoss);
            case "train-accuracy" -> trial.lastEpoch(EpochMetrics::trainAccuracy);
            case "validation-loss" -> trial.validation().loss();
            case "validation-accuracy" -> trial.validation().accuracy();
            case "test-loss" -> trial.test().loss();
            case "test-accuracy" -> trial.test().accuracy();
            case "macro-f1" -> trial.test().macroF1();
            case "weighted-f1" -> trial.test().weightedF1();
            case "test-loss-with-dropout" -> trial.withDropout().loss();
            case "test-accuracy-with-dropout" -> trial.withDropout().accuracy();
            case "parameters" ->
                trial.parameters().stream().asDoubleStream().findFirst().orElse(Double.NaN);
            default -> Double.NaN;
        };
    }
}
