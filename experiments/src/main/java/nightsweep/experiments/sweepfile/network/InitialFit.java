package nightsweep.experiments.sweepfile.network;

import java.util.Map;
import java.util.Optional;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.yaml.Place;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Tree;

/** Compares initial values that are given number by number with the layers that they are for. */
record InitialFit(Problems problems) {

    /**
     * Complains where values do not fit, at the line of the values; a layer's own width is known in any case.
     *
     * @param item what {@code layer} was read from
     * @param inputs what comes into the layer, where the file tells
     * @return what comes out of it, where the file tells
     */
    Optional<Shape> check(Tree item, LayerSpec layer, Optional<Shape> inputs) {
        if (layer instanceof LayerSpec.Weighted weighted) {
            int rows = weighted.weights() instanceof Initial.Values values
                    ? values.rows().size()
                    : 0;
            Initial.objectionToWeights(
                            weighted.weights(), inputs.map(weighted::fanIn).orElse(rows), weighted.units())
                    .ifPresent(objection -> problems.add(place(item, "weights"), objection));
            Initial.objectionToBiases(weighted.biases(), weighted.units())
                    .ifPresent(objection -> problems.add(place(item, "biases"), objection));
        }
        if (layer instanceof LayerSpec.Dense || layer instanceof LayerSpec.Output) {
            return Optional.of(new Shape.Row(((LayerSpec.Weighted) layer).units()));
        }
        return inputs.map(layer::outputs);
    }

    /** Values may also stand under {@code training}, for all layers: then the layer they do not fit is told. */
    private static Place place(Tree item, String key) {
        if (item instanceof Tree.Mapping mapping) {
            for (Map.Entry<String, Tree> layer : mapping.entries().entrySet()) {
                if (layer.getValue() instanceof Tree.Mapping keys
                        && keys.entries().containsKey(key)) {
                    return keys.entries().get(key).place();
                }
            }
        }
        return item.place();
    }
}
