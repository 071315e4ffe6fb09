package nightsweep.worker.engine.dl4j.function;

import java.util.Optional;
import nightsweep.experiments.network.LayerSpec;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossCosineProximity;
import org.nd4j.linalg.lossfunctions.impl.LossFMeasure;
import org.nd4j.linalg.lossfunctions.impl.LossHinge;
import org.nd4j.linalg.lossfunctions.impl.LossKLD;
import org.nd4j.linalg.lossfunctions.impl.LossL1;
import org.nd4j.linalg.lossfunctions.impl.LossL2;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMAPE;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.lossfunctions.impl.LossMSLE;
import org.nd4j.linalg.lossfunctions.impl.LossMultiLabel;
import org.nd4j.linalg.lossfunctions.impl.LossPoisson;
import org.nd4j.linalg.lossfunctions.impl.LossSquaredHinge;
import org.nd4j.linalg.lossfunctions.impl.LossWasserstein;

/** Deeplearning4j's losses under their names in sweep files; a mean whose sum it has is that sum. */
public final class Losses {
    /** Outputs are kept this far from 0 and 1 where binary cross-entropy takes their logarithm. */
    static final double CLIP = 1e-7;

    private Losses() {}

    /** A loss to train with: Deeplearning4j's own where it has one, else by its formula. */
    static ILossFunction of(LayerSpec.Output output) {
        return own(output).orElseGet(() -> new FormulaLoss(output.loss()));
    }

    /**
     * Deeplearning4j's own loss of that name.
     *
     * @throws IllegalArgumentException where it has none
     */
    public static ILossFunction stock(LayerSpec.Output output) {
        return own(output)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Deeplearning4j has no " + output.loss().label() + "."));
    }

    /** Deeplearning4j's own; empty where it has none. */
    static Optional<ILossFunction> own(LayerSpec.Output output) {
        return Optional.ofNullable(
                switch (output.loss()) {
                    case CROSS_ENTROPY, NEGATIVE_LOG_LIKELIHOOD, SPARSE_CROSS_ENTROPY -> new LossMCXENT();
                    case BINARY_CROSS_ENTROPY, SUMMED_BINARY_CROSS_ENTROPY -> new LossBinaryXENT(CLIP);
                    case MEAN_SQUARED_ERROR -> new LossMSE();
                    case SQUARED_ERROR -> new LossL2();
                    case HALF_SQUARED_ERROR ->
                        new LossL2(Nd4j.valueArrayOf(new long[] {output.units()}, 0.5, DataType.FLOAT));
                    case MEAN_ABSOLUTE_ERROR -> new LossMAE();
                    case ABSOLUTE_ERROR -> new LossL1();
                    case MEAN_ABSOLUTE_PERCENTAGE_ERROR -> new LossMAPE();
                    case MEAN_SQUARED_LOGARITHMIC_ERROR -> new LossMSLE();
                    case HINGE, SUMMED_HINGE -> new LossHinge();
                    case SQUARED_HINGE, SUMMED_SQUARED_HINGE -> new LossSquaredHinge();
                    case KL_DIVERGENCE -> new LossKLD();
                    case POISSON, SUMMED_POISSON -> new LossPoisson();
                    case COSINE_PROXIMITY -> new LossCosineProximity();
                    case WASSERSTEIN -> new LossWasserstein();
                    case F_MEASURE -> new LossFMeasure();
                    case MULTI_LABEL -> new LossMultiLabel();
                    default -> null;
                });
    }
}
