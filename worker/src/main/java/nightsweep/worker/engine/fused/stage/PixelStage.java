package nightsweep.worker.engine.fused.stage;

import nightsweep.experiments.network.Shape;
import nightsweep.worker.engine.fused.image.PixelOrder;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;

/** Lays the examples out as windows want them. Nothing goes back through it: no layer before it learns. */
public final class PixelStage implements Stage {
    private final PixelOrder order;
    private final Matrix input;
    private final Matrix output;

    private PixelStage(PixelOrder order, Matrix input, Matrix output) {
        this.order = order;
        this.input = input;
        this.output = output;
    }

    /** With the channels of all pixels in one run, as convolutions read them soonest. */
    public static PixelStage together(Shape.Planes planes, Matrix input) {
        PixelOrder order = new PixelOrder(planes.channels(), planes.height() * planes.width());
        int rows = Math.multiplyExact(input.rows(), order.pixels());
        int count = Math.addExact(Math.multiplyExact(rows, planes.channels()), Floats.LANES);
        Matrix output = new Matrix(Floats.zeros(count), rows, planes.channels(), planes.channels());
        return new PixelStage(order, input, output);
    }

    /** With each pixel on a whole vector. */
    public static PixelStage apart(Shape.Planes planes, Matrix input) {
        PixelOrder order = new PixelOrder(planes.channels(), planes.height() * planes.width());
        int rows = Math.multiplyExact(input.rows(), order.pixels());
        return new PixelStage(order, input, Matrix.zeros(rows, planes.channels()));
    }

    @Override
    public Matrix output() {
        return output;
    }

    @Override
    public Matrix deltas() {
        throw new UnsupportedOperationException("Nothing learns before the examples.");
    }

    @Override
    public int rowsAnExample() {
        return order.pixels();
    }

    @Override
    public void forward(int examples, Pass pass) {
        order.toPixels(input, output, examples);
    }

    @Override
    public void backward(int examples, Matrix target) {
        throw new UnsupportedOperationException("Nothing learns before the examples.");
    }
}
