package nightsweep.worker.engine.dl4j.function;

import nightsweep.experiments.network.activation.UnitRule;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** An activation that Deeplearning4j lacks, by its rule in single precision. */
final class RuleActivation implements IActivation {
    private final UnitRule rule;

    RuleActivation(UnitRule rule) {
        this.rule = rule;
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        float[] values = numbers(in);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rule.value(values[i], rule.core(values[i]));
        }
        return in.assign(array(values, in));
    }

    @Override
    public Pair<INDArray, @Nullable INDArray> backprop(INDArray in, INDArray epsilon) {
        float[] slopes = numbers(in);
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = (float) rule.slope(slopes[i], rule.core(slopes[i]));
        }
        return new Pair<>(array(slopes, in).muli(epsilon), null);
    }

    private static float[] numbers(INDArray in) {
        return in.dup('c').data().asFloat();
    }

    private static INDArray array(float[] values, INDArray like) {
        return Nd4j.create(values, like.shape(), 'c');
    }

    @Override
    public int numParams(int inputSize) {
        return 0;
    }
}
