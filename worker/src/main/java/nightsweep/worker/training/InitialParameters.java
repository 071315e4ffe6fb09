package nightsweep.worker.training;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.RandomStream;

/**
 * Where the parameters of a network start. Every layer draws its weights and its biases from streams of their own, so
 * that a change of one layer leaves the others as they were.
 */
public final class InitialParameters {
    private InitialParameters() {}

    /**
     * Draws the parameters of every layer that has any, in order.
     *
     * @param inputs values an example
     * @param seed of {@link RandomStream#WEIGHTS}
     * @throws IllegalArgumentException where biases are to start orthogonal or as an identity
     */
    public static List<LayerParameters> draw(NetworkSpec network, int inputs, long seed) {
        List<LayerParameters> layers = new ArrayList<>();
        int width = inputs;
        for (LayerSpec layer : network.layers()) {
            long layerSeed = RandomStream.mix(seed + layers.size());
            if (layer instanceof LayerSpec.Dense dense) {
                layers.add(draw(width, dense.units(), dense.weights(), dense.biases(), layerSeed));
            } else if (layer instanceof LayerSpec.Output output) {
                layers.add(draw(width, output.units(), output.weights(), output.biases(), layerSeed));
            }
            width = layer.outputs(width);
        }
        return List.copyOf(layers);
    }

    private static LayerParameters draw(int inputs, int units, Initial weights, Initial biases, long seed) {
        return new LayerParameters(
                inputs,
                units,
                new InitialDraw(inputs, units, RandomStream.mix(seed)).weights(weights),
                new InitialDraw(inputs, units, RandomStream.mix(seed + 1)).biases(biases));
    }
}
