package nightsweep.driver.spread;

import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingResult;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a slot made of a round: dl4j-spark's result, whose score is the sum of the losses of the slot's examples. */
final class SlotResult extends ParameterAveragingTrainingResult {
    private final int correct;
    private final int examples;
    private final long millis;

    SlotResult(
            INDArray parameters,
            @Nullable INDArray optimizerState,
            double lossSum,
            int correct,
            int examples,
            long millis) {
        super(parameters, optimizerState, lossSum, null, null, null);
        this.correct = correct;
        this.examples = examples;
        this.millis = millis;
    }

    /** How many of its examples the network took for what they are. */
    int correct() {
        return correct;
    }

    int examples() {
        return examples;
    }

    /** Inside its steps. */
    long millis() {
        return millis;
    }
}
