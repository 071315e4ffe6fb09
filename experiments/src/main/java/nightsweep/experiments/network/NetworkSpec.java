package nightsweep.experiments.network;

import java.util.List;

/**
 * A feed-forward network: layers in order from input to output, the last of them an {@link LayerSpec.Output}. The width
 * of the input is the data set's.
 */
public record NetworkSpec(List<LayerSpec> layers) {
    public NetworkSpec {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || !(layers.get(layers.size() - 1) instanceof LayerSpec.Output)) {
            throw new IllegalArgumentException("The last layer must be an output layer.");
        }
        long outputs =
                layers.stream().filter(LayerSpec.Output.class::isInstance).count();
        if (outputs != 1) {
            throw new IllegalArgumentException("A network has one output layer, but got " + outputs + ".");
        }
    }

    /** The last layer. */
    public LayerSpec.Output output() {
        return (LayerSpec.Output) layers.get(layers.size() - 1);
    }

    /**
     * The number of weights and biases.
     *
     * @param inputs values an example, 1 or more
     */
    public long parameters(int inputs) {
        long parameters = 0;
        int width = inputs;
        for (LayerSpec layer : layers) {
            parameters += layer.parameters(width);
            width = layer.outputs(width);
        }
        return parameters;
    }

    /** A short form for tables, such as {@code 784-512-128-10}. */
    public String sketch(int inputs) {
        StringBuilder sketch = new StringBuilder().append(inputs);
        int width = inputs;
        for (LayerSpec layer : layers) {
            width = layer.outputs(width);
            if (layer.parameters(width) > 0) {
                sketch.append('-').append(width);
            }
        }
        return sketch.toString();
    }
}
