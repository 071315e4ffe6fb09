package nightsweep.worker.engine.dl4j.function;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** ELU with the derivative that belongs to its alpha: Deeplearning4j's own has that of an alpha of 1. */
final class SlopedElu implements IActivation {
    private final double alpha;
    private final ActivationELU forward;

    SlopedElu(double alpha) {
        this.alpha = alpha;
        forward = new ActivationELU(alpha);
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return forward.getActivation(in, training);
    }

    @Override
    public Pair<INDArray, @Nullable INDArray> backprop(INDArray in, INDArray epsilon) {
        Nd4j.exec(DynamicCustomOp.builder("elu_bp")
                .addInputs(in, epsilon)
                .addOutputs(in)
                .addFloatingPointArguments(alpha)
                .build());
        return new Pair<>(in, null);
    }

    @Override
    public int numParams(int inputSize) {
        return 0;
    }
}
