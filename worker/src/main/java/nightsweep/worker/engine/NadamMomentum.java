package nightsweep.worker.engine;

import nightsweep.experiments.training.OptimizerSpec;

/** The momentum of {@link OptimizerSpec.Nadam} at one step after another, and the product of all up to it. */
public final class NadamMomentum {
    private final OptimizerSpec.Nadam spec;
    private long step;
    private double product = 1;

    public NadamMomentum(OptimizerSpec.Nadam spec) {
        this.spec = spec;
    }

    /** Turns to step {@code t}, from 1: any may follow any, each with the same numbers whatever came before. */
    public void at(long t) {
        if (t < step) {
            step = 0;
            product = 1;
        }
        while (step < t && product > 0) {
            step++;
            product *= spec.momentum(step);
        }
        step = t;
    }

    /** What the running mean is worth in the step: {@code c(t+1) / (1 - C(t+1))}. */
    public double meanShare() {
        double next = spec.momentum(step + 1);
        return next / (1 - product * next);
    }

    /** What the gradient itself is worth in the step: {@code (1 - c(t)) / (1 - C(t))}. */
    public double gradientShare() {
        return (1 - spec.momentum(step)) / (1 - product);
    }
}
