package nightsweep.worker.engine.fused.stage;

import nightsweep.experiments.network.LayerSpec.Pooling.Kind;
import nightsweep.worker.engine.fused.image.Sliding;
import nightsweep.worker.engine.fused.kernel.ImagePasses;
import nightsweep.worker.engine.fused.memory.Matrix;

/** One pixel for each place of a window that stays within the images. */
public final class PoolingStage implements Stage {
    private final Kind kind;
    private final Sliding sliding;
    private final Matrix input;
    private final Matrix output;
    private final Matrix deltas;
    private final ImagePasses passes;
    private final int[] starts;

    /**
     * @param input {@code (examples * pixels, channels)}, its rows starting on whole vectors
     * @param examples the most in a pass
     */
    public PoolingStage(Kind kind, Sliding sliding, Matrix input, int examples, ImagePasses passes) {
        this.kind = kind;
        this.sliding = sliding;
        this.input = input;
        this.passes = passes;
        int rows = Math.multiplyExact(examples, sliding.places());
        output = Matrix.zeros(rows, input.columns());
        deltas = Matrix.zeros(rows, input.columns());
        starts = new int[sliding.window().size() * sliding.window().size()];
    }

    @Override
    public Matrix output() {
        return output;
    }

    @Override
    public Matrix deltas() {
        return deltas;
    }

    @Override
    public int rowsAnExample() {
        return sliding.places();
    }

    /** What is to be done at one place of the window, whose pixels start at {@link #starts}. */
    private interface AtPlace {
        /** @param at where the place's pixel starts in the output */
        void go(int at);
    }

    private void everywhere(int examples, AtPlace action) {
        int at = 0;
        for (int example = 0; example < examples; example++) {
            for (int y = 0; y < sliding.height(); y++) {
                for (int x = 0; x < sliding.width(); x++) {
                    look(example * sliding.pixels(), sliding.top(y), sliding.left(x));
                    action.go(at);
                    at += output.stride();
                }
            }
        }
    }

    private void look(int pixel, int top, int left) {
        int size = sliding.window().size();
        int next = 0;
        for (int dy = 0; dy < size; dy++) {
            int row = pixel + (top + dy) * sliding.planes().width() + left;
            for (int dx = 0; dx < size; dx++) {
                starts[next++] = (row + dx) * input.stride();
            }
        }
    }

    @Override
    public void forward(int examples, Pass pass) {
        switch (kind) {
            case MAX ->
                everywhere(
                        examples, at -> passes.largest(input.floats(), starts, output.floats(), at, output.stride()));
            case AVERAGE -> {
                output.floats().zero(examples * sliding.places() * output.stride());
                everywhere(examples, at -> {
                    for (int start : starts) {
                        passes.add(input.floats(), start, share(), output.floats(), at, output.stride());
                    }
                });
            }
        }
    }

    @Override
    public void backward(int examples, Matrix target) {
        boolean overlapping = sliding.window().stride() < sliding.window().size();
        if (overlapping || kind == Kind.AVERAGE) {
            target.floats().zero(examples * sliding.pixels() * target.stride());
        }
        switch (kind) {
            case MAX ->
                everywhere(
                        examples,
                        at -> passes.toLargest(
                                input.floats(),
                                starts,
                                deltas.floats(),
                                at,
                                target.floats(),
                                output.stride(),
                                overlapping));
            case AVERAGE ->
                everywhere(examples, at -> {
                    for (int start : starts) {
                        passes.add(deltas.floats(), at, share(), target.floats(), start, output.stride());
                    }
                });
        }
    }

    private float share() {
        return 1f / starts.length;
    }
}
