package nightsweep.worker.engine.dl4j.function;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An activation that goes over into {@code x} as {@code x} grows, taken for {@code x} where single precision no longer
 * tells them apart: Deeplearning4j's own overflow there, into NaN derivatives.
 */
final class LinearAbove implements IActivation {
    private static final double BOUND = 20;

    private final IActivation activation;

    LinearAbove(IActivation activation) {
        this.activation = activation;
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        INDArray excess = in.sub(BOUND);
        Nd4j.exec(new RectifiedLinear(excess, excess));
        bound(in);
        return activation.getActivation(in, training).addi(excess);
    }

    @Override
    public Pair<INDArray, @Nullable INDArray> backprop(INDArray in, INDArray epsilon) {
        bound(in);
        return activation.backprop(in, epsilon);
    }

    private static void bound(INDArray in) {
        Nd4j.exec(new ScalarMin(in, null, in, BOUND));
    }

    @Override
    public int numParams(int inputSize) {
        return 0;
    }
}
