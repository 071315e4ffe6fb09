package nightsweep.driver.summary.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nightsweep.driver.summary.comparison.Comparison;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.table.Table;

/** Which columns of the long tables a terminal has room for. */
public final class ScreenColumns {
    private static final List<String> FIGURES = List.of(
            "objective",
            "validation-loss",
            "validation-accuracy",
            "test-loss",
            "test-accuracy",
            "macro-f1",
            "weighted-f1",
            "test-loss-with-dropout",
            "test-accuracy-with-dropout",
            "train-loss",
            "train-accuracy",
            "test-rmse",
            "test-mae",
            "test-median-absolute-error",
            "test-r2",
            "test-explained-variance",
            "test-rmse-with-dropout");

    private ScreenColumns() {}

    /** Rank, trial, axes and the figures that people compare; not the one that the objective repeats. */
    public static Table ofTrials(Endings endings, Table results) {
        List<String> left = new ArrayList<>(List.of(
                "id",
                "configuration",
                "same-as",
                "outcome",
                "verdict",
                "reason",
                "test-accuracy-low",
                "test-accuracy-high",
                "validation-loss",
                "weighted-f1",
                "test-loss-with-dropout",
                "test-rmse-low",
                "test-rmse-high",
                "test-median-absolute-error",
                "test-explained-variance",
                "validation-r2",
                "epochs"));
        left.add(endings.selection().column());
        if (!endings.control().isEmpty()) {
            left.remove("reason");
        }
        if (endings.sweep().repeats() == 1) {
            left.add("repeat");
        }
        return results.without(left);
    }

    /** What {@link #ofTrials} can do without, the least first. */
    public static List<List<String>> expendableOfTrials() {
        return Stream.of(
                        "parameters",
                        "train-accuracy",
                        "test-mae",
                        "macro-f1",
                        "validation-accuracy",
                        "test-loss",
                        "train-loss")
                .map(List::of)
                .toList();
    }

    /** Rank, configuration, axes and means; the interval of the objective alone. */
    public static Table ofConfigurations(Endings endings, Table configurations) {
        List<String> left = new ArrayList<>(List.of("weighted-f1-mean"));
        Stream<String> ofObjective =
                OtherMetrics.ofObjective(endings.selection()).stream().map(metric -> "test-" + metric.label());
        for (String figure : Stream.concat(FIGURES.stream(), ofObjective).toList()) {
            left.add(figure + "-deviation");
            if (!figure.equals("objective")) {
                left.add(figure + "-low");
                left.add(figure + "-high");
            }
        }
        left.add(endings.selection().column() + "-mean");
        if (endings.sweep().trialsEach() < Comparison.FEWEST_REPEATS) {
            left.add("versus-best");
        }
        return configurations.without(left);
    }

    /** What {@link #ofConfigurations} can do without, the least first. */
    public static List<List<String>> expendableOfConfigurations() {
        return Stream.of(
                        "test-explained-variance-mean",
                        "test-median-absolute-error-mean",
                        "macro-f1-mean",
                        "test-loss-mean",
                        "test-mae-mean",
                        "test-accuracy-with-dropout-mean",
                        "planned",
                        "completed")
                .map(List::of)
                .toList();
    }
}
