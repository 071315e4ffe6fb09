package nightsweep.benchmark.curves;

import java.util.Optional;

/** A way to spend epochs on settings. */
interface Strategy {
    /** What a free slot does next, or nothing until something ends. */
    Optional<Job> next();

    /**
     * Takes a result.
     *
     * @param loss what is to become small; NaN where the training diverged
     */
    void ended(Job job, double loss);
}
