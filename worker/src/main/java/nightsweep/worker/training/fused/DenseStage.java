package nightsweep.worker.training.fused;

import static nightsweep.worker.training.fused.product.Orientation.AS_STORED;
import static nightsweep.worker.training.fused.product.Orientation.FIRST_TRANSPOSED;
import static nightsweep.worker.training.fused.product.Orientation.SECOND_TRANSPOSED;

import nightsweep.worker.training.LayerParameters;
import nightsweep.worker.training.fused.kernel.Kernels;
import nightsweep.worker.training.fused.kernel.Slabs;
import nightsweep.worker.training.fused.memory.Floats;
import nightsweep.worker.training.fused.memory.Matrix;
import nightsweep.worker.training.fused.memory.OffHeap;
import nightsweep.worker.training.fused.product.MatrixProduct;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The products of one fully connected layer, and where it keeps its numbers.
 *
 * @param place in the slabs
 * @param input what comes in, {@code (examples, inputs)}
 * @param output what goes out, {@code (examples, units)}: pre-activations, then activations
 * @param slopes the activation's derivatives, {@code (examples, units)}; the probabilities of a softmax
 * @param deltas the loss's derivatives by the pre-activations, {@code (examples, units)}
 */
record DenseStage(
        Place place,
        Matrix input,
        Matrix output,
        Matrix slopes,
        Matrix deltas,
        Floats biases,
        Floats biasGradients,
        FloatPointer weights,
        FloatPointer weightGradients,
        MatrixProduct product) {

    /**
     * Where a layer's parameters stand in the slabs: weights {@code (inputs, units)} row by row, then biases.
     *
     * @param weights the first weight
     * @param biases the first bias
     * @param end past the last bias
     */
    record Place(int inputs, int units, int weights, int biases, int end) {
        /** The place of a layer whose parameters start at {@code start}. */
        static Place of(int start, int inputs, int units) {
            int biases = start + OffHeap.padded(Math.multiplyExact(inputs, units));
            return new Place(inputs, units, start, biases, Math.addExact(biases, OffHeap.padded(units)));
        }
    }

    /**
     * A stage with memory for its results.
     *
     * @param rows the most examples in a pass
     */
    static DenseStage of(Place place, Matrix input, int rows, Slabs slabs, OffHeap offHeap, MatrixProduct product) {
        int units = place.units();
        return new DenseStage(
                place,
                input,
                offHeap.matrix(rows, units),
                offHeap.matrix(rows, units),
                offHeap.matrix(rows, units),
                slabs.parameters().slice(place.biases(), OffHeap.padded(units)),
                slabs.gradients().slice(place.biases(), OffHeap.padded(units)),
                slabs.parameters().pointer(place.weights()),
                slabs.gradients().pointer(place.weights()),
                product);
    }

    void start(LayerParameters initial, Slabs slabs) {
        slabs.parameters().values().put(place.weights(), initial.weights());
        slabs.parameters().values().put(place.biases(), initial.biases());
    }

    /** Makes whatever is past the last unit add nothing to the sum of a softmax. */
    void endForSoftmax() {
        for (int unit = place.units(); unit < biases.length(); unit++) {
            biases.values().put(unit, Kernels.BEYOND);
        }
    }

    LayerParameters parameters(Slabs slabs) {
        return layer(slabs.parameters());
    }

    /** What the last {@link #gradient} and the biases' sums left. */
    LayerParameters gradients(Slabs slabs) {
        return layer(slabs.gradients());
    }

    private LayerParameters layer(Floats slab) {
        float[] weightValues = new float[place.inputs() * place.units()];
        float[] biasValues = new float[place.units()];
        slab.values().get(place.weights(), weightValues);
        slab.values().get(place.biases(), biasValues);
        return new LayerParameters(place.inputs(), place.units(), weightValues, biasValues);
    }

    /** {@code output = input W}. */
    void forward(int rows) {
        product.into(
                AS_STORED,
                rows,
                place.units(),
                place.inputs(),
                1,
                input.floats().pointer(),
                input.stride(),
                weights,
                place.units(),
                0,
                output.floats().pointer(),
                output.stride());
    }

    /**
     * The gradient of the weights: {@code input^T deltas}. What is past the last of them becomes zero, since passes write
     * penalties there and norms count them.
     */
    void gradient(int rows) {
        weightProduct(rows, 1, 0, weightGradients);
        for (int i = place.inputs() * place.units(); i < place.biases() - place.weights(); i++) {
            weightGradients.put(i, 0);
        }
    }

    /** {@code W -= rate * input^T deltas}: a whole step of plain gradient descent, without a gradient in memory. */
    void descend(int rows, float rate) {
        weightProduct(rows, -rate, 1, weights);
    }

    private void weightProduct(int rows, float alpha, float beta, FloatPointer target) {
        product.into(
                FIRST_TRANSPOSED,
                place.inputs(),
                place.units(),
                rows,
                alpha,
                input.floats().pointer(),
                input.stride(),
                deltas.floats().pointer(),
                deltas.stride(),
                beta,
                target,
                place.units());
    }

    /** {@code target = deltas W^T}. */
    void backward(int rows, Matrix target) {
        product.into(
                SECOND_TRANSPOSED,
                rows,
                place.inputs(),
                place.units(),
                1,
                deltas.floats().pointer(),
                deltas.stride(),
                weights,
                place.units(),
                0,
                target.floats().pointer(),
                target.stride());
    }
}
