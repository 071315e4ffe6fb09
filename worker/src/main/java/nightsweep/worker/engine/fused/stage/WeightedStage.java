package nightsweep.worker.engine.fused.stage;

import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.kernel.ParameterArrays;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.memory.Panels;

/**
 * The products of one layer with weights, and where it keeps its numbers. What it gives are pre-activations, which are then
 * turned into activations in place.
 */
public abstract sealed class WeightedStage implements LearningStage permits ConvolutionStage, DenseStage {
    private final Place place;
    private final int inputs;
    private final int units;
    private final int rowsAnExample;
    private final Matrix output;
    private final Matrix slopes;
    private final Matrix deltas;
    private final Floats biases;
    private final Floats biasGradients;
    private final Panels weights;
    private final Panels weightGradients;

    /**
     * Makes one.
     *
     * @param place of weights and biases
     * @param incoming what comes in
     * @param examples the most in a pass
     */
    WeightedStage(
            Place place,
            LayerSpec.Weighted layer,
            Shape incoming,
            int examples,
            int rowsAnExample,
            ParameterArrays arrays) {
        this.place = place;
        inputs = layer.fanIn(incoming);
        units = layer.units();
        this.rowsAnExample = rowsAnExample;
        int rows = Math.multiplyExact(examples, rowsAnExample);
        output = Matrix.zeros(rows, units);
        slopes = Matrix.zeros(rows, units);
        deltas = Matrix.zeros(rows, units);
        biases = place.parts().get(1).of(arrays.parameters());
        biasGradients = place.parts().get(1).of(arrays.gradients());
        weights = panels(arrays.parameters());
        weightGradients = panels(arrays.gradients());
    }

    private Panels panels(Floats slab) {
        return new Panels(place.parts().get(0).of(slab), inputs, units);
    }

    /** {@code gradient = input^T deltas}, {@code (inputs, units)}. */
    abstract void gradient(int examples, Panels gradient);

    /** {@code weights += factor * input^T deltas}. */
    abstract void add(int examples, float factor, Panels weights);

    /** Where the weights of an input stand among the {@link #inputs} rows of weights. */
    abstract int row(int input);

    @Override
    public final Place place() {
        return place;
    }

    final int inputs() {
        return inputs;
    }

    final int units() {
        return units;
    }

    @Override
    public final int rowsAnExample() {
        return rowsAnExample;
    }

    /** Pre-activations, then activations. */
    @Override
    public final Matrix output() {
        return output;
    }

    /** The activation's derivatives, laid out as the output; the probabilities of a softmax. */
    public final Matrix slopes() {
        return slopes;
    }

    /** The derivatives by activations, then by pre-activations. */
    @Override
    public final Matrix deltas() {
        return deltas;
    }

    public final Floats biases() {
        return biases;
    }

    public final Floats biasGradients() {
        return biasGradients;
    }

    /** Forgets the gradient of biases that the layer does not have. */
    private void keepUnbiased() {
        if (place.parts().get(1).use() == Place.Use.STILL) {
            biasGradients.fill(0);
        }
    }

    final Panels weights() {
        return weights;
    }

    /** Makes whatever is past the last unit add nothing to the sum of a softmax. */
    public final void endForSoftmax() {
        for (int unit = units; unit < biases.length(); unit++) {
            biases.values().put(unit, Kernels.BEYOND);
        }
    }

    @Override
    public final void gradient(int examples) {
        keepUnbiased();
        gradient(examples, weightGradients);
    }

    /** Without a gradient of weights in memory. */
    @Override
    public final void descend(int examples, float rate) {
        keepUnbiased();
        add(examples, -rate, weights);
    }

    @Override
    public final void start(LayerParameters initial) {
        for (int input = 0; input < inputs; input++) {
            weights.put(row(input), initial.weights(), input * units);
        }
        biases.values().put(0, initial.biases());
    }

    @Override
    public final LayerParameters parameters() {
        return layer(weights, biases);
    }

    @Override
    public final LayerParameters gradients() {
        return layer(weightGradients, biasGradients);
    }

    private LayerParameters layer(Panels panels, Floats biasFloats) {
        float[] weightValues = new float[inputs * units];
        float[] biasValues = new float[units];
        for (int input = 0; input < inputs; input++) {
            panels.get(row(input), weightValues, input * units);
        }
        biasFloats.values().get(0, biasValues);
        return new LayerParameters(inputs, units, weightValues, biasValues);
    }
}
