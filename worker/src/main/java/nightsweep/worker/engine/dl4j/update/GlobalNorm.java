package nightsweep.worker.engine.dl4j.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.training.Clipping;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Clips a gradient by the norm of all of it, between its calculation and the step: Deeplearning4j knows norms of layers. */
public final class GlobalNorm extends BaseTrainingListener {
    /** Steps of kept means and variances, which Deeplearning4j takes as if they were gradients. */
    private static final List<String> NO_GRADIENTS = List.of(
            BatchNormalizationParamInitializer.GLOBAL_MEAN,
            BatchNormalizationParamInitializer.GLOBAL_VAR,
            BatchNormalizationParamInitializer.GLOBAL_LOG_STD);

    private final Clipping clipping;

    public GlobalNorm(Clipping clipping) {
        this.clipping = clipping;
    }

    @Override
    public void onGradientCalculation(Model model) {
        List<INDArray> gradients = new ArrayList<>();
        double squares = 0;
        for (Map.Entry<String, INDArray> gradient :
                model.gradient().gradientForVariable().entrySet()) {
            String parameter = gradient.getKey().substring(gradient.getKey().indexOf('_') + 1);
            if (!NO_GRADIENTS.contains(parameter)) {
                double norm = gradient.getValue().norm2Number().doubleValue();
                squares += norm * norm;
                gradients.add(gradient.getValue());
            }
        }
        double factor = clipping.globalFactor(Math.sqrt(squares));
        if (factor < 1) {
            gradients.forEach(gradient -> gradient.muli(factor));
        }
    }
}
