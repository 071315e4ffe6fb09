package nightsweep.worker.engine;

import java.util.Optional;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.EngineChoice;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.dataset.Dataset;

/**
 * A way of training networks. Every engine gives the same curves for the same trial, up to rounding. Besides those of the
 * product, engines are found on the class path, as services of this type: see {@link java.util.ServiceLoader}.
 */
public interface Engine {

    /** Its name in sweep files and provenance. */
    String name();

    /**
     * The linear algebra library that it computes with, on which last digits depend, as on the Java virtual machine; empty
     * where it has none and gives the same bits everywhere. May load it.
     */
    default String linearAlgebra() {
        return "";
    }

    /** What its numbers are. */
    default EngineChoice.Precision precision() {
        return EngineChoice.Precision.SINGLE;
    }

    /**
     * Where a sweep names no engine, of all that can train a network in single precision the one of the highest rank does.
     * Deeplearning4j, which can train any, has 0, the fused engine 100.
     */
    default int rank() {
        return 0;
    }

    /** What training takes, roughly: for plans. */
    default EngineCost cost() {
        return new EngineCost(100e6, 1.5e6, 0.9);
    }

    /** Why it cannot train such a network, in a sentence; empty where it can. */
    Optional<String> objection(NetworkSpec network, TrainingSpec training);

    /** A network with its initial parameters, ready for its first step. The caller closes it. */
    Learner learner(Trial trial, Dataset dataset);
}
