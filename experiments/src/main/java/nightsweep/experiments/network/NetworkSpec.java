package nightsweep.experiments.network;

import java.util.List;
import java.util.Optional;

/**
 * A feed-forward network: layers in order from input to output, the last of them an {@link LayerSpec.Output}. The shape
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

    /** The number of weights and biases. */
    public long parameters(Shape inputs) {
        long parameters = 0;
        Shape shape = inputs;
        for (LayerSpec layer : layers) {
            parameters += layer.parameters(shape);
            shape = layer.outputs(shape);
        }
        return parameters;
    }

    /** Why a layer cannot take what reaches it, in a sentence; empty where all can. */
    public Optional<String> objection(Shape inputs) {
        Shape shape = inputs;
        for (LayerSpec layer : layers) {
            Optional<String> objection = layer.objection(shape);
            if (objection.isPresent()) {
                return objection;
            }
            shape = layer.outputs(shape);
        }
        return Optional.empty();
    }

    /** A short form for tables, such as {@code 784-512-128-10}; convolutions with their images, {@code 32x62x62}. */
    public String sketch(Shape inputs) {
        boolean images = layers.stream().anyMatch(layer -> layer instanceof LayerSpec.Convolution);
        StringBuilder sketch = new StringBuilder(images ? inputs.text() : Integer.toString(inputs.values()));
        Shape shape = inputs;
        for (LayerSpec layer : layers) {
            shape = layer.outputs(shape);
            if (layer instanceof LayerSpec.Weighted) {
                sketch.append('-').append(shape.text());
            }
        }
        return sketch.toString();
    }
}
