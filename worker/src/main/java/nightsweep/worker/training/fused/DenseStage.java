package nightsweep.worker.training.fused;

import static nightsweep.worker.training.fused.product.Orientation.AS_STORED;
import static nightsweep.worker.training.fused.product.Orientation.FIRST_TRANSPOSED;
import static nightsweep.worker.training.fused.product.Orientation.SECOND_TRANSPOSED;

import nightsweep.worker.training.fused.kernel.Slabs;
import nightsweep.worker.training.fused.memory.Matrix;
import nightsweep.worker.training.fused.memory.OffHeap;
import nightsweep.worker.training.fused.product.MatrixProduct;
import org.bytedeco.javacpp.FloatPointer;

/** A fully connected layer: {@code (examples, inputs)} by {@code (inputs, units)}. */
final class DenseStage extends LearningStage {
    private final Matrix input;
    private final MatrixProduct product;

    /** @param examples the most in a pass */
    DenseStage(Place place, Matrix input, int examples, Slabs slabs, OffHeap offHeap, MatrixProduct product) {
        super(place, examples, 1, slabs, offHeap);
        this.input = input;
        this.product = product;
    }

    @Override
    int row(int input) {
        return input;
    }

    /** {@code output = input W}. */
    @Override
    public void forward(int examples) {
        product.into(
                AS_STORED,
                examples,
                place().units(),
                place().inputs(),
                1,
                input.floats().pointer(),
                input.stride(),
                weights(),
                place().units(),
                0,
                output().floats().pointer(),
                output().stride());
    }

    @Override
    void weightProduct(int examples, float alpha, float beta, FloatPointer target) {
        product.into(
                FIRST_TRANSPOSED,
                place().inputs(),
                place().units(),
                examples,
                alpha,
                input.floats().pointer(),
                input.stride(),
                deltas().floats().pointer(),
                deltas().stride(),
                beta,
                target,
                place().units());
    }

    /** {@code target = deltas W^T}. */
    @Override
    public void backward(int examples, Matrix target) {
        product.into(
                SECOND_TRANSPOSED,
                examples,
                place().inputs(),
                place().units(),
                1,
                deltas().floats().pointer(),
                deltas().stride(),
                weights(),
                place().units(),
                0,
                target.floats().pointer(),
                target.stride());
    }
}
