package nightsweep.worker.engine.dl4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * GELU by its tanh approximation, {@code x sigmoid(2 c (x + 0.044715 x^3))} with {@code c = sqrt(2 / pi)}. Deeplearning4j's
 * "precise" one has other constants, and its other one is off by as much as 0.02.
 */
final class TanhGelu implements IActivation {
    private static final double CUBIC = 0.044715;
    private static final double SLOPE = 2 * Math.sqrt(2 / Math.PI);

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return in.muli(gate(in));
    }

    @Override
    public Pair<INDArray, @Nullable INDArray> backprop(INDArray in, INDArray epsilon) {
        INDArray gate = gate(in);
        INDArray shut = gate.rsub(1);
        // In this order nothing overflows: gate times shut is zero where x^3 is large.
        INDArray slope = in.mul(in).muli(3 * CUBIC).addi(1).muli(SLOPE);
        INDArray derivative = shut.muli(gate).muli(in).muli(slope).addi(gate);
        return new Pair<>(derivative.muli(epsilon), null);
    }

    private static INDArray gate(INDArray in) {
        INDArray exponent = in.mul(in).muli(CUBIC).addi(1).muli(in).muli(SLOPE);
        return Transforms.sigmoid(exponent, false);
    }

    @Override
    public int numParams(int inputSize) {
        return 0;
    }
}
