package nightsweep.worker.engine.fused;

import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.kernel.Slabs;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.memory.Panels;

/**
 * The products of one layer with weights, and where it keeps its numbers. What it gives are pre-activations, which are then
 * turned into activations in place.
 */
abstract sealed class LearningStage implements Stage permits ConvolutionStage, DenseStage {
    private final Place place;
    private final int rowsAnExample;
    private final Matrix output;
    private final Matrix slopes;
    private final Matrix deltas;
    private final Floats biases;
    private final Floats biasGradients;
    private final Panels weights;
    private final Panels weightGradients;

    /**
     * Where a layer's parameters stand in the slabs: weights {@code (inputs, units)} in panels, then biases.
     *
     * @param weights the first weight
     * @param biases the first bias
     * @param end past the last bias
     * @param biased whether biases are more than zeros that never move
     */
    record Place(int inputs, int units, int weights, int biases, int end, boolean biased) {
        /**
         * The place of a layer whose parameters start at {@code start}.
         *
         * @param incoming what goes into the layer
         */
        static Place of(int start, LayerSpec.Weighted layer, Shape incoming) {
            int inputs = layer.fanIn(incoming);
            int units = layer.units();
            int biases = Math.addExact(start, Panels.size(inputs, units));
            int end = Math.addExact(biases, Floats.padded(units));
            return new Place(inputs, units, start, biases, end, layer.biased());
        }
    }

    /** @param examples the most in a pass */
    LearningStage(Place place, int examples, int rowsAnExample, Slabs slabs) {
        this.place = place;
        this.rowsAnExample = rowsAnExample;
        int rows = Math.multiplyExact(examples, rowsAnExample);
        int units = place.units();
        output = Matrix.zeros(rows, units);
        slopes = Matrix.zeros(rows, units);
        deltas = Matrix.zeros(rows, units);
        biases = slabs.parameters().slice(place.biases(), Floats.padded(units));
        biasGradients = slabs.gradients().slice(place.biases(), Floats.padded(units));
        weights = panels(slabs.parameters());
        weightGradients = panels(slabs.gradients());
    }

    private Panels panels(Floats slab) {
        int size = Panels.size(place.inputs(), place.units());
        return new Panels(slab.slice(place.weights(), size), place.inputs(), place.units());
    }

    /** {@code gradient = input^T deltas}, {@code (inputs, units)}. */
    abstract void gradient(int examples, Panels gradient);

    /** {@code weights += factor * input^T deltas}. */
    abstract void add(int examples, float factor, Panels weights);

    /** Where the weights of an input stand among the {@link Place#inputs} rows of weights. */
    abstract int row(int input);

    final Place place() {
        return place;
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
    final Matrix slopes() {
        return slopes;
    }

    /** The derivatives by activations, then by pre-activations. */
    @Override
    public final Matrix deltas() {
        return deltas;
    }

    final Floats biases() {
        return biases;
    }

    final Floats biasGradients() {
        return biasGradients;
    }

    /** Forgets the gradient of biases that the layer does not have. */
    final void keepUnbiased() {
        if (!place.biased()) {
            biasGradients.fill(0);
        }
    }

    final Panels weights() {
        return weights;
    }

    /** Makes whatever is past the last unit add nothing to the sum of a softmax. */
    final void endForSoftmax() {
        for (int unit = place.units(); unit < biases.length(); unit++) {
            biases.values().put(unit, Kernels.BEYOND);
        }
    }

    /** The gradient of the weights; zero for what is past the last of them, since norms count that. */
    final void gradient(int examples) {
        gradient(examples, weightGradients);
    }

    /** {@code W -= rate * gradient}: a whole step of plain gradient descent, without a gradient in memory. */
    final void descend(int examples, float rate) {
        add(examples, -rate, weights);
    }

    final void start(LayerParameters initial) {
        for (int input = 0; input < place.inputs(); input++) {
            weights.put(row(input), initial.weights(), input * place.units());
        }
        biases.values().put(0, initial.biases());
    }

    final LayerParameters parameters() {
        return layer(weights, biases);
    }

    /** What the last {@link #gradient} and the biases' sums left. */
    final LayerParameters gradients() {
        return layer(weightGradients, biasGradients);
    }

    private LayerParameters layer(Panels panels, Floats biasFloats) {
        float[] weightValues = new float[place.inputs() * place.units()];
        float[] biasValues = new float[place.units()];
        for (int input = 0; input < place.inputs(); input++) {
            panels.get(row(input), weightValues, input * place.units());
        }
        biasFloats.values().get(0, biasValues);
        return new LayerParameters(place.inputs(), place.units(), weightValues, biasValues);
    }
}
