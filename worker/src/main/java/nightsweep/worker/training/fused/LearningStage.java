package nightsweep.worker.training.fused;

import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.worker.training.LayerParameters;
import nightsweep.worker.training.fused.kernel.Kernels;
import nightsweep.worker.training.fused.kernel.Slabs;
import nightsweep.worker.training.fused.memory.Floats;
import nightsweep.worker.training.fused.memory.Matrix;
import nightsweep.worker.training.fused.memory.OffHeap;
import org.bytedeco.javacpp.FloatPointer;

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
    private final FloatPointer weights;
    private final FloatPointer weightGradients;

    /**
     * Where a layer's parameters stand in the slabs: weights {@code (inputs, units)} row by row, then biases.
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
            int biases = start + OffHeap.padded(Math.multiplyExact(inputs, units));
            int end = Math.addExact(biases, OffHeap.padded(units));
            return new Place(inputs, units, start, biases, end, layer.biased());
        }
    }

    /** @param examples the most in a pass */
    LearningStage(Place place, int examples, int rowsAnExample, Slabs slabs, OffHeap offHeap) {
        this.place = place;
        this.rowsAnExample = rowsAnExample;
        int rows = Math.multiplyExact(examples, rowsAnExample);
        int units = place.units();
        output = offHeap.matrix(rows, units);
        slopes = offHeap.matrix(rows, units);
        deltas = offHeap.matrix(rows, units);
        biases = slabs.parameters().slice(place.biases(), OffHeap.padded(units));
        biasGradients = slabs.gradients().slice(place.biases(), OffHeap.padded(units));
        weights = slabs.parameters().pointer(place.weights());
        weightGradients = slabs.gradients().pointer(place.weights());
    }

    /** {@code target = alpha * input^T deltas + beta * target}, {@code (inputs, units)}. */
    abstract void weightProduct(int examples, float alpha, float beta, FloatPointer target);

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

    final FloatPointer weights() {
        return weights;
    }

    /** Makes whatever is past the last unit add nothing to the sum of a softmax. */
    final void endForSoftmax() {
        for (int unit = place.units(); unit < biases.length(); unit++) {
            biases.values().put(unit, Kernels.BEYOND);
        }
    }

    /**
     * The gradient of the weights. What is past the last of them becomes zero, since passes write penalties there and norms
     * count them.
     */
    final void gradient(int examples) {
        weightProduct(examples, 1, 0, weightGradients);
        for (int i = place.inputs() * place.units(); i < place.biases() - place.weights(); i++) {
            weightGradients.put(i, 0);
        }
    }

    /** {@code W -= rate * gradient}: a whole step of plain gradient descent, without a gradient in memory. */
    final void descend(int examples, float rate) {
        weightProduct(examples, -rate, 1, weights);
    }

    final void start(LayerParameters initial, Slabs slabs) {
        int units = place.units();
        for (int input = 0; input < place.inputs(); input++) {
            int at = place.weights() + row(input) * units;
            slabs.parameters().values().put(at, initial.weights(), input * units, units);
        }
        slabs.parameters().values().put(place.biases(), initial.biases());
    }

    final LayerParameters parameters(Slabs slabs) {
        return layer(slabs.parameters());
    }

    /** What the last {@link #gradient} and the biases' sums left. */
    final LayerParameters gradients(Slabs slabs) {
        return layer(slabs.gradients());
    }

    private LayerParameters layer(Floats slab) {
        int units = place.units();
        float[] weightValues = new float[place.inputs() * units];
        float[] biasValues = new float[units];
        for (int input = 0; input < place.inputs(); input++) {
            slab.values().get(place.weights() + row(input) * units, weightValues, input * units, units);
        }
        slab.values().get(place.biases(), biasValues);
        return new LayerParameters(place.inputs(), units, weightValues, biasValues);
    }
}
