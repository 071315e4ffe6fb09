package nightsweep.worker.engine.fused.stage;

import nightsweep.experiments.network.Shape;
import nightsweep.worker.engine.fused.image.PixelOrder;
import nightsweep.worker.engine.fused.memory.Matrix;

/** Lays each image out in a row, channel by channel. */
public final class RowStage implements Stage {
    private final PixelOrder order;
    private final Matrix input;
    private final Matrix output;
    private final Matrix deltas;

    /**
     * @param input {@code (examples * pixels, channels)}
     * @param examples the most in a pass
     */
    public RowStage(Shape.Planes planes, Matrix input, int examples) {
        order = new PixelOrder(planes.channels(), planes.height() * planes.width());
        this.input = input;
        output = Matrix.zeros(examples, planes.values());
        deltas = Matrix.zeros(examples, planes.values());
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
        return 1;
    }

    @Override
    public void forward(int examples, Pass pass) {
        order.toRows(input, output, examples);
    }

    @Override
    public void backward(int examples, Matrix target) {
        order.toPixels(deltas, target, examples);
    }
}
