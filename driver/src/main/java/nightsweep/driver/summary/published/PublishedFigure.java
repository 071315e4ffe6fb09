package nightsweep.driver.summary.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nightsweep.driver.statistics.Interval;
import nightsweep.driver.summary.ranking.ConfigurationEndings;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.Ranges;
import nightsweep.driver.summary.ranking.Spread;
import nightsweep.driver.summary.ranking.TrialEnding;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.sweep.PublishedRow;

/**
 * One published number beside ours.
 *
 * @param figure its name, such as {@code test-accuracy}
 * @param label of the class that it speaks of; empty where it speaks of none
 * @param measured ours over completed repeats; its figures NaN where we have none
 */
record PublishedFigure(
        ConfigurationEndings configuration,
        PublishedRow row,
        String figure,
        String label,
        double published,
        Spread measured,
        PublishedVerdict verdict) {
    static final String F1 = "f1";

    /** The mean over completed repeats; NaN where we have none. */
    double ours() {
        return measured.mean();
    }

    double difference() {
        return ours() - published;
    }

    /** Where single trials like ours lie; unknown below two. */
    Interval interval() {
        return measured.ofOneMore(Ranges.of(figure, configuration.configuration()));
    }

    /** Every figure of every row, configuration by configuration. */
    static List<PublishedFigure> of(Endings endings) {
        return PublishedConfiguration.of(endings).stream()
                .flatMap(one -> one.figures().stream())
                .toList();
    }

    /**
     * Every figure of one row, those of classes last.
     *
     * @param lossKinds how many kinds of loss the configurations have that the row speaks of
     */
    static List<PublishedFigure> of(ConfigurationEndings configuration, PublishedRow row, int lossKinds) {
        List<PublishedFigure> figures = new ArrayList<>();
        row.figures().forEach((name, published) -> {
            Optional<String> obstacle = name.endsWith("-loss") && lossKinds > 1
                    ? Optional.of("the row does not say which of " + lossKinds + " kinds of loss it is of")
                    : Optional.empty();
            figures.add(of(configuration, row, name, "", published, trial -> ours(name, trial), obstacle));
        });
        List<String> labels = configuration.completed().stream()
                .findFirst()
                .map(TrialEnding::labels)
                .orElse(List.of());
        IntStream.range(0, row.f1().size())
                .forEach(i -> figures.add(of(
                        configuration,
                        row,
                        F1,
                        i < labels.size() ? labels.get(i) : Integer.toString(i),
                        row.f1().get(i),
                        trial -> trial.f1(i),
                        Optional.empty())));
        return figures;
    }

    private static PublishedFigure of(
            ConfigurationEndings configuration,
            PublishedRow row,
            String figure,
            String label,
            double published,
            ToDoubleFunction<TrialEnding> ours,
            Optional<String> obstacle) {
        Spread spread = configuration.spread(ours);
        PublishedVerdict verdict = obstacle.or(() -> missing(configuration, figure, spread))
                .map(PublishedVerdict::incomparable)
                .orElseGet(() -> PublishedVerdict.of(
                        figure, published, spread, Ranges.of(figure, configuration.configuration())));
        return new PublishedFigure(configuration, row, figure, label, published, spread, verdict);
    }

    /** Why there is no such figure of ours; empty where there is one. */
    private static Optional<String> missing(ConfigurationEndings configuration, String figure, Spread spread) {
        if (spread.n() == 0) {
            return Optional.of("no trial was completed: " + configuration.remark());
        }
        if (Double.isFinite(spread.mean())) {
            return Optional.empty();
        }
        if (figure.equals(F1)) {
            return Optional.of("there is no such class");
        }
        if (figure.startsWith("validation-")) {
            return Optional.of("no validation examples are kept");
        }
        return Optional.of(
                figure.endsWith("-with-dropout") ? "nothing was tested with dropout" : "no such figure is measured");
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
            case Ranges.PARAMETERS ->
                trial.parameters().stream().asDoubleStream().findFirst().orElse(Double.NaN);
            default -> Double.NaN;
        };
    }
}
