package nightsweep.worker.engine.dl4j.function;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Hard sigmoid of any slope: Deeplearning4j's own, whose slope is {@link #OWN_SLOPE}, of a stretched argument. */
final class SlopedHardSigmoid implements IActivation {
    static final double OWN_SLOPE = 0.2;

    private final double stretch;
    private final ActivationHardSigmoid stretched = new ActivationHardSigmoid();

    SlopedHardSigmoid(double slope) {
        stretch = slope / OWN_SLOPE;
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return stretched.getActivation(in.muli(stretch), training);
    }

    @Override
    public Pair<INDArray, @Nullable INDArray> backprop(INDArray in, INDArray epsilon) {
        INDArray derivative = stretched.backprop(in.muli(stretch), epsilon).getFirst();
        return new Pair<>(derivative.muli(stretch), null);
    }

    @Override
    public int numParams(int inputSize) {
        return 0;
    }
}
