package nightsweep.worker.engine.fused.stage;

import nightsweep.experiments.network.LayerSpec;
import nightsweep.worker.engine.fused.image.Patches;
import nightsweep.worker.engine.fused.image.Sliding;
import nightsweep.worker.engine.fused.kernel.ImagePasses;
import nightsweep.worker.engine.fused.kernel.ParameterArrays;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.memory.Panels;
import nightsweep.worker.engine.fused.product.Factor;
import nightsweep.worker.engine.fused.product.MatrixProduct;

/**
 * Filters that move over images: products of what the window sees with the weights, a few images at a time, so that what it
 * sees stays in the processor's cache between being gathered and being used.
 */
public final class ConvolutionStage extends WeightedStage {
    /** About as much as a core's second-level cache holds beside weights and results. */
    private static final int PATCH_NUMBERS = 1 << 17;

    private final Sliding sliding;
    private final Matrix input;
    private final Patches patches;
    private final Factor rows;
    private final Factor rowsTurned;
    private final Factor deltaRows;
    private final Floats packedDeltas;
    private final Panels turnedWeights;
    private final MatrixProduct product;

    /**
     * @param input {@code (examples * pixels, channels)}
     * @param examples the most in a pass
     */
    public ConvolutionStage(
            Place place,
            LayerSpec.Convolution layer,
            Sliding sliding,
            Matrix input,
            int examples,
            ParameterArrays arrays,
            ImagePasses passes,
            MatrixProduct product) {
        super(place, layer, sliding.planes(), examples, sliding.places(), arrays);
        this.sliding = sliding;
        this.input = input;
        this.product = product;
        patches = new Patches(sliding, PATCH_NUMBERS, passes);
        rows = Factor.of(patches.rows());
        rowsTurned = Factor.transposed(patches.rows());
        deltaRows = Factor.of(deltas());
        packedDeltas = Floats.zeros(Panels.size(patches.rows().rows(), units()));
        turnedWeights = Panels.zeros(units(), inputs());
    }

    /** Weights come channel by channel, and stand pixel by pixel. */
    @Override
    int row(int input) {
        int pixels = sliding.window().size() * sliding.window().size();
        return input % pixels * sliding.planes().channels() + input / pixels;
    }

    @Override
    public void forward(int examples, Pass pass) {
        for (int first = 0; first < examples; first += patches.images()) {
            int count = Math.min(patches.images(), examples - first);
            patches.gather(input, first, count);
            product.into(rows, 0, count * sliding.places(), weights(), output(), first * sliding.places());
        }
    }

    @Override
    void gradient(int examples, Panels gradient) {
        for (int first = 0; first < examples; first += patches.images()) {
            Panels packed = packed(first, examples);
            if (first == 0) {
                product.into(rowsTurned, packed, gradient);
            } else {
                product.addTo(rowsTurned, packed, gradient, 1);
            }
        }
    }

    @Override
    void add(int examples, float factor, Panels weights) {
        for (int first = 0; first < examples; first += patches.images()) {
            product.addTo(rowsTurned, packed(first, examples), weights, factor);
        }
    }

    /** Gathers what the window sees of the images from {@code first} on, and returns their deltas. */
    private Panels packed(int first, int examples) {
        int count = Math.min(patches.images(), examples - first);
        patches.gather(input, first, count);
        Panels packed = new Panels(packedDeltas, count * sliding.places(), units());
        packed.pack(deltas(), first * sliding.places());
        return packed;
    }

    @Override
    public void backward(int examples, Matrix target) {
        target.floats().zero(examples * sliding.pixels() * target.stride());
        turnedWeights.packTransposed(weights());
        for (int first = 0; first < examples; first += patches.images()) {
            int count = Math.min(patches.images(), examples - first);
            product.into(
                    deltaRows, first * sliding.places(), count * sliding.places(), turnedWeights, patches.rows(), 0);
            patches.scatter(first, count, target);
        }
    }
}
