package nightsweep.worker.training.fused;

import static nightsweep.worker.training.fused.product.Orientation.AS_STORED;
import static nightsweep.worker.training.fused.product.Orientation.FIRST_TRANSPOSED;
import static nightsweep.worker.training.fused.product.Orientation.SECOND_TRANSPOSED;

import nightsweep.worker.training.fused.image.Patches;
import nightsweep.worker.training.fused.image.Sliding;
import nightsweep.worker.training.fused.kernel.ImagePasses;
import nightsweep.worker.training.fused.kernel.Slabs;
import nightsweep.worker.training.fused.memory.Matrix;
import nightsweep.worker.training.fused.memory.OffHeap;
import nightsweep.worker.training.fused.product.MatrixProduct;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Filters that move over images: products of what the window sees with the weights, a few images at a time, so that what it
 * sees stays in the processor's cache between being gathered and being used.
 */
final class ConvolutionStage extends LearningStage {
    /** About as much as a core's second-level cache holds beside weights and results. */
    private static final int PATCH_NUMBERS = 1 << 17;

    private final Sliding sliding;
    private final Matrix input;
    private final Patches patches;
    private final FloatPointer rows;
    private final FloatPointer[] outputs;
    private final FloatPointer[] deltas;
    private final MatrixProduct product;

    /**
     * @param input {@code (examples * pixels, channels)}
     * @param examples the most in a pass
     */
    ConvolutionStage(
            Place place,
            Sliding sliding,
            Matrix input,
            int examples,
            Slabs slabs,
            OffHeap offHeap,
            ImagePasses passes,
            MatrixProduct product) {
        super(place, examples, sliding.places(), slabs, offHeap);
        this.sliding = sliding;
        this.input = input;
        this.product = product;
        patches = new Patches(sliding, PATCH_NUMBERS, passes, offHeap);
        rows = patches.rows().floats().pointer();
        outputs = parts(output(), examples);
        deltas = parts(deltas(), examples);
    }

    /** Pointers to the images that each part starts with. */
    private FloatPointer[] parts(Matrix matrix, int examples) {
        FloatPointer[] parts = new FloatPointer[(examples + patches.images() - 1) / patches.images()];
        for (int part = 0; part < parts.length; part++) {
            int row = part * patches.images() * sliding.places();
            parts[part] = matrix.floats().pointer(row * matrix.stride());
        }
        return parts;
    }

    /** Weights come channel by channel, and stand pixel by pixel. */
    @Override
    int row(int input) {
        int pixels = sliding.window().size() * sliding.window().size();
        return input % pixels * sliding.planes().channels() + input / pixels;
    }

    @Override
    public void forward(int examples) {
        for (int first = 0; first < examples; first += patches.images()) {
            int count = Math.min(patches.images(), examples - first);
            patches.gather(input, first, count);
            product.into(
                    AS_STORED,
                    count * sliding.places(),
                    place().units(),
                    place().inputs(),
                    1,
                    rows,
                    patches.rows().stride(),
                    weights(),
                    place().units(),
                    0,
                    outputs[first / patches.images()],
                    output().stride());
        }
    }

    @Override
    void weightProduct(int examples, float alpha, float beta, FloatPointer target) {
        for (int first = 0; first < examples; first += patches.images()) {
            int count = Math.min(patches.images(), examples - first);
            patches.gather(input, first, count);
            product.into(
                    FIRST_TRANSPOSED,
                    place().inputs(),
                    place().units(),
                    count * sliding.places(),
                    alpha,
                    rows,
                    patches.rows().stride(),
                    deltas[first / patches.images()],
                    deltas().stride(),
                    first == 0 ? beta : 1,
                    target,
                    place().units());
        }
    }

    @Override
    public void backward(int examples, Matrix target) {
        target.floats().zero(examples * sliding.pixels() * target.stride());
        for (int first = 0; first < examples; first += patches.images()) {
            int count = Math.min(patches.images(), examples - first);
            product.into(
                    SECOND_TRANSPOSED,
                    count * sliding.places(),
                    place().inputs(),
                    place().units(),
                    1,
                    deltas[first / patches.images()],
                    deltas().stride(),
                    weights(),
                    place().units(),
                    0,
                    rows,
                    patches.rows().stride());
            patches.scatter(first, count, target);
        }
    }
}
