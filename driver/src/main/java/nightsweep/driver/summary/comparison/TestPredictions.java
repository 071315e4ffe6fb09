package nightsweep.driver.summary.comparison;

import java.util.Optional;
import nightsweep.experiments.sweep.Trial;

/** What trials took their test examples for. */
public interface TestPredictions {
    /** Which of its test examples a completed trial was right about; empty where that cannot be known. */
    Optional<Correctness> of(Trial trial);

    /** Of trials of which nothing but the outcomes is at hand. */
    static TestPredictions none() {
        return trial -> Optional.empty();
    }
}
