package nightsweep.experiments.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LayerSpec.Dense;
import nightsweep.experiments.network.NetworkSpec;

/** Whether signals and gradients get through the hidden layers. */
final class LayersReview {
    private static final double HIGH_DROPOUT = 0.8;
    /** The slope of a sigmoid is at most 1/4: so many of them leave less than a thousandth of a gradient. */
    private static final int MANY_SIGMOIDS = 5;

    private LayersReview() {}

    static List<Finding> of(NetworkSpec network, DatasetSpec dataset) {
        List<Finding> findings = new ArrayList<>();
        List<Dense> hidden = network.layers().stream()
                .filter(Dense.class::isInstance)
                .map(Dense.class::cast)
                .toList();
        if (hidden.stream().anyMatch(layer -> layer.activation().name() == ActivationName.SOFTMAX)) {
            findings.add(Finding.doubtful(
                    Doubt.HIDDEN_SOFTMAX,
                    "A hidden softmax layer lets its units share a sum of 1, so hardly anything gets "
                            + "through it: keep softmax for the output layer."));
        }
        network.layers().stream()
                .mapToDouble(LayerSpec::dropout)
                .filter(rate -> rate > HIGH_DROPOUT)
                .max()
                .ifPresent(rate -> findings.add(Finding.doubtful(
                        Doubt.HIGH_DROPOUT,
                        String.format(
                                Locale.ROOT,
                                "A dropout of %s sets all but %.0f%% of a layer to 0 at each step: use %s or less.",
                                rate,
                                100 * (1 - rate),
                                HIGH_DROPOUT))));
        if (!hidden.isEmpty()
                && hidden.stream().allMatch(layer -> layer.activation().name() == ActivationName.IDENTITY)) {
            findings.add(Finding.doubtful(
                    Doubt.LINEAR_LAYERS,
                    "Hidden layers with identity activations add nothing, as the network stays a "
                            + "linear one: use another activation, or no hidden layers."));
        }
        long sigmoids = hidden.stream()
                .filter(layer -> layer.activation().name() == ActivationName.SIGMOID)
                .count();
        if (sigmoids >= MANY_SIGMOIDS) {
            findings.add(Finding.doubtful(
                    Doubt.MANY_SIGMOIDS,
                    "Gradients shrink fourfold or more through each of " + sigmoids
                            + " sigmoid layers and vanish before the first: use relu, or fewer layers."));
        }
        if (unscaledBytes(dataset)) {
            findings.add(unscaled(network));
        }
        return findings;
    }

    private static boolean unscaledBytes(DatasetSpec dataset) {
        DataSource source = dataset.source();
        return dataset.scaling() instanceof Scaling.None
                && (source instanceof DataSource.Digits
                        || source instanceof DataSource.Folder
                        || source instanceof DataSource.Idx
                        || source instanceof DataSource.Images
                        || source instanceof DataSource.Matlab);
    }

    private static Finding unscaled(NetworkSpec network) {
        ActivationName first = network.layers().stream()
                .filter(LayerSpec.Weighted.class::isInstance)
                .map(layer -> ((LayerSpec.Weighted) layer).activation().name())
                .findFirst()
                .orElseThrow();
        String reason =
                first.range() == ActivationName.Range.UNBOUNDED || first.range() == ActivationName.Range.NOT_NEGATIVE
                        ? "make the first steps so large that units may die"
                        : "saturate " + first.label() + " units from the start";
        return Finding.doubtful(Doubt.UNSCALED_PIXELS, "Pixels of 0..255 " + reason + ": set scaling to unit.");
    }
}
