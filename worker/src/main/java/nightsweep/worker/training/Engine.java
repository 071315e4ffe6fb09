package nightsweep.worker.training;

import java.util.Optional;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.dataset.Dataset;

/** A way of training networks. Every engine gives the same curves for the same trial, up to rounding. */
public interface Engine {

    /** Its name in sweep files and provenance. */
    String name();

    /** What the last digits of its figures depend on, beside {@link #library}: the passes of its own. */
    default String arithmetic() {
        return name();
    }

    /** The linear algebra library that it computes with; empty where it needs none. May load it. */
    default String library() {
        return "";
    }

    /** Why it cannot train such a network, in a sentence; empty where it can. */
    Optional<String> objection(NetworkSpec network, TrainingSpec training);

    /** A network with its initial parameters, ready for its first step. The caller closes it. */
    Learner learner(Trial trial, Dataset dataset);
}
