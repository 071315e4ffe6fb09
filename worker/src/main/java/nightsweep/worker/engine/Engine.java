package nightsweep.worker.engine;

import java.util.Optional;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.dataset.Dataset;

/** A way of training networks. Every engine gives the same curves for the same trial, up to rounding. */
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

    /** Why it cannot train such a network, in a sentence; empty where it can. */
    Optional<String> objection(NetworkSpec network, TrainingSpec training);

    /** A network with its initial parameters, ready for its first step. The caller closes it. */
    Learner learner(Trial trial, Dataset dataset);
}
