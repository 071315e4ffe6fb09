package nightsweep.driver.report.trial;

import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.LayerMetrics;

/** One layer after each epoch of a {@link Curve}. */
record LayerCurve(String name, List<Double> gradientNorm, List<Double> weightNorm, List<Double> deadShare) {

    /** Of all layers; none where nobody looked at them in every epoch. */
    static List<LayerCurve> of(List<EpochMetrics> epochs) {
        int layers =
                epochs.stream().mapToInt(epoch -> epoch.layers().size()).min().orElse(0);
        return IntStream.range(0, layers)
                .mapToObj(i -> ofOne(
                        epochs.stream().map(epoch -> epoch.layers().get(i)).toList()))
                .toList();
    }

    /** @param layer after one epoch or more */
    private static LayerCurve ofOne(List<LayerMetrics> layer) {
        return new LayerCurve(
                layer.get(0).layer(),
                layer.stream().map(LayerMetrics::gradientNorm).toList(),
                layer.stream().map(LayerMetrics::weightNorm).toList(),
                layer.stream()
                        .map(then -> (double) then.deadUnits() / then.units())
                        .toList());
    }
}
