package nightsweep.worker.engine.doubles;

import java.util.Optional;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.EngineChoice;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.EngineCost;

/**
 * The engine for stacks of dense, dropout and output layers in double precision. Agrees with the others up to their
 * rounding; formulas stand in {@link nightsweep.experiments.training.optimizer.OptimizerSpec}.
 */
public final class DoubleEngine implements Engine {
    @Override
    public String name() {
        return "double";
    }

    @Override
    public EngineChoice.Precision precision() {
        return EngineChoice.Precision.DOUBLE;
    }

    @Override
    public EngineCost cost() {
        return new EngineCost(0.5e6, 1.5e6, 0.02);
    }

    @Override
    public Optional<String> objection(NetworkSpec network, TrainingSpec training) {
        for (LayerSpec layer : network.layers()) {
            if (layer instanceof LayerSpec.Output output && !output.loss().hasOneOfAnExample()) {
                return Optional.of("The loss " + output.loss().label()
                        + " is not computed in double precision: use precision single.");
            }
            if (!(layer instanceof LayerSpec.Dense
                    || layer instanceof LayerSpec.Dropout
                    || layer instanceof LayerSpec.Output)) {
                return Optional.of("A layer of the kind " + layer.getClass().getSimpleName()
                        + " is not computed in double precision: use precision single, or dense layers.");
            }
        }
        return Optional.empty();
    }

    @Override
    public DoubleLearner learner(Trial trial, Dataset dataset) {
        objection(trial.configuration().network(), trial.configuration().training())
                .ifPresent(objection -> {
                    throw new IllegalArgumentException(objection);
                });
        return new DoubleLearner(trial, dataset);
    }
}
