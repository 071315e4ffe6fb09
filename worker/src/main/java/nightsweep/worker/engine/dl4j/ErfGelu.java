package nightsweep.worker.engine.dl4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** GELU, {@code x Phi(x)} with {@code Phi(x) = (1 + erf(x / sqrt(2))) / 2}, which Deeplearning4j has approximations of alone. */
final class ErfGelu implements IActivation {
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double PEAK = 1 / Math.sqrt(2 * Math.PI);

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return in.muli(gate(in));
    }

    @Override
    public Pair<INDArray, @Nullable INDArray> backprop(INDArray in, INDArray epsilon) {
        INDArray density = Transforms.exp(in.mul(in).muli(-0.5), false).muli(PEAK);
        INDArray derivative = density.muli(in).addi(gate(in));
        return new Pair<>(derivative.muli(epsilon), null);
    }

    private static INDArray gate(INDArray in) {
        INDArray scaled = in.mul(ROOT_HALF);
        return Nd4j.getExecutioner().exec(new Erf(scaled, scaled)).addi(1).muli(0.5);
    }

    @Override
    public int numParams(int inputSize) {
        return 0;
    }
}
