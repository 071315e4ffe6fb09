package nightsweep.worker.engine.fused;

import java.util.Optional;
import java.util.function.Supplier;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.EngineCost;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.TrainingMemory;
import nightsweep.worker.engine.fused.kernel.Kernels;

/**
 * The engine for every kind of layer. Agrees with the DL4J engine up to rounding; the same trial gives the
 * same bits on every processor, with vector instructions and without.
 */
public final class FusedEngine implements Engine {
    private final Supplier<Kernels> kernels;

    private FusedEngine(Supplier<Kernels> kernels) {
        this.kernels = kernels;
    }

    /** The engine with the fastest passes that this JVM can run, chosen when they are first needed. */
    public static FusedEngine best() {
        return new FusedEngine(KernelChoice::best);
    }

    /** The engine with {@code kernels}. */
    public static FusedEngine with(Kernels kernels) {
        return new FusedEngine(() -> kernels);
    }

    @Override
    public String name() {
        return "fused";
    }

    @Override
    public int rank() {
        return 100;
    }

    @Override
    public EngineCost cost() {
        return new EngineCost(100e6, 18e6, 0.02);
    }

    @Override
    public Optional<String> objection(NetworkSpec network, TrainingSpec training) {
        return Support.objection(network);
    }

    @Override
    public Learner learner(Trial trial, Dataset dataset) {
        NetworkSpec network = trial.configuration().network();
        objection(network, trial.configuration().training()).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        TrainingMemory.of(trial, dataset.input()).checkHeap();
        return FusedLearner.of(trial, dataset, kernels.get());
    }
}
