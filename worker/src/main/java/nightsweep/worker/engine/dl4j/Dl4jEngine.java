package nightsweep.worker.engine.dl4j;

import java.util.Optional;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.blas.Blas;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.TrainingMemory;

/** Trains with Deeplearning4j's own layers, losses and updaters: what other engines are measured against. */
public final class Dl4jEngine implements Engine {
    @Override
    public String name() {
        return "dl4j";
    }

    @Override
    public String linearAlgebra() {
        return Blas.load().describe();
    }

    @Override
    public Optional<String> objection(NetworkSpec network, TrainingSpec training) {
        LayerSpec.Output output = network.output();
        if (output.loss() == LossName.F_MEASURE
                && output.units() == 2
                && output.activation().name() != ActivationName.SOFTMAX) {
            return Optional.of("f-measure over two units needs softmax, whose outputs add up to one.");
        }
        return Optional.empty();
    }

    @Override
    public Learner learner(Trial trial, Dataset dataset) {
        Nd4jRuntime.start();
        TrainingMemory.of(trial, dataset.input()).checkNative();
        return new Dl4jLearner(trial, dataset);
    }
}
