package nightsweep.driver.report.trial;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nightsweep.experiments.outcome.EpochMetrics;
import org.jspecify.annotations.Nullable;

/**
 * What a trial learned epoch by epoch, thinned where it has many epochs.
 *
 * @param epochs from 1; the first, the last and the turning point are always among them
 * @param validationLoss null where there is no validation split, as is {@code validationAccuracy}
 * @param turn the epoch of the least validation loss; 0 where there is none
 * @param layers in the order of the network; empty where nobody looked at them
 */
public record Curve(
        List<Integer> epochs,
        List<Double> trainLoss,
        List<Double> trainAccuracy,
        @Nullable List<Double> validationLoss,
        @Nullable List<Double> validationAccuracy,
        int turn,
        List<LayerCurve> layers) {
    /** More are thinned to about so many. */
    static final int MOST_POINTS = 60;

    static Curve of(List<EpochMetrics> all) {
        int turn = turn(all);
        int last = all.size() - 1;
        List<EpochMetrics> thinned = IntStream.rangeClosed(0, last)
                .filter(i -> all.size() <= MOST_POINTS
                        || i == last
                        || all.get(i).epoch() == turn
                        || i * (long) MOST_POINTS / all.size() != (i - 1L) * MOST_POINTS / all.size()
                        || i == 0)
                .mapToObj(all::get)
                .toList();
        boolean validated = all.stream().anyMatch(epoch -> !Double.isNaN(epoch.validationLoss()));
        return new Curve(
                thinned.stream().map(EpochMetrics::epoch).toList(),
                figures(thinned, EpochMetrics::trainLoss),
                figures(thinned, EpochMetrics::trainAccuracy),
                validated ? figures(thinned, EpochMetrics::validationLoss) : null,
                validated ? figures(thinned, EpochMetrics::validationAccuracy) : null,
                turn,
                LayerCurve.of(thinned));
    }

    /** The same without its layers. */
    Curve ofTheWhole() {
        return new Curve(epochs, trainLoss, trainAccuracy, validationLoss, validationAccuracy, turn, List.of());
    }

    private static List<Double> figures(List<EpochMetrics> epochs, ToDoubleFunction<EpochMetrics> figure) {
        return epochs.stream().mapToDouble(figure).boxed().toList();
    }

    private static int turn(List<EpochMetrics> all) {
        double least = all.stream()
                .mapToDouble(EpochMetrics::validationLoss)
                .filter(Double::isFinite)
                .min()
                .orElse(Double.NaN);
        return all.stream()
                .filter(epoch -> epoch.validationLoss() == least)
                .mapToInt(EpochMetrics::epoch)
                .findFirst()
                .orElse(0);
    }
}
