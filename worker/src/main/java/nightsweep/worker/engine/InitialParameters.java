package nightsweep.worker.engine;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.sweep.RandomStream;

/**
 * Where the parameters of a network start. Every layer draws its weights and its biases from streams of their own, so
 * that a change of one layer leaves the others as they were.
 */
public final class InitialParameters {
    private InitialParameters() {}

    /**
     * Draws the parameters of every layer that learns, in order.
     *
     * @param seed of {@link RandomStream#WEIGHTS}
     * @throws IllegalArgumentException where biases are to start orthogonal or as an identity
     */
    public static List<LayerParameters> draw(NetworkSpec network, Shape inputs, long seed) {
        List<LayerParameters> layers = new ArrayList<>();
        Shape shape = inputs;
        for (LayerSpec layer : network.layers()) {
            if (layer instanceof LayerSpec.Weighted weighted) {
                layers.add(
                        exact(weighted, shape, layerSeed(seed, layers.size())).rounded());
            } else if (layer instanceof LayerSpec.BatchNormalization normalization) {
                layers.add(LayerParameters.neutral(normalization.features(shape)));
            }
            shape = layer.outputs(shape);
        }
        return List.copyOf(layers);
    }

    /**
     * The parameters of one layer before they are rounded to single precision.
     *
     * @param place among the layers that learn, from 0
     * @param seed of {@link RandomStream#WEIGHTS}
     */
    public static ExactParameters exact(LayerSpec.Weighted layer, Shape inputs, int place, long seed) {
        return exact(layer, inputs, layerSeed(seed, place));
    }

    private static long layerSeed(long seed, int place) {
        return RandomStream.mix(seed + place);
    }

    private static ExactParameters exact(LayerSpec.Weighted layer, Shape shape, long seed) {
        int inputs = layer.fanIn(shape);
        return new ExactParameters(
                inputs,
                layer.units(),
                new InitialDraw(inputs, layer.units(), layer.fanOut(), RandomStream.mix(seed)).weights(layer.weights()),
                new InitialDraw(inputs, layer.units(), layer.fanOut(), RandomStream.mix(seed + 1))
                        .biases(layer.biases()));
    }
}
