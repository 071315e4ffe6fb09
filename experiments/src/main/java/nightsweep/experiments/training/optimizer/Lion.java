package nightsweep.experiments.training.optimizer;

import nightsweep.experiments.Checks;
import nightsweep.experiments.maths.Arithmetic;

/**
 * {@code c = beta1 m + (1 - beta1) g; w -= r sign(c); m = beta2 m + (1 - beta2) g} (Chen et al. 2023, algorithm 2, whose
 * decay is {@code weight-decay}). A {@code c} of less than 1e-20 in size has sign 0, so that a parameter without a gradient
 * stays where it is.
 */
public record Lion(double beta1, double beta2) implements OptimizerSpec {
    static final Lion USUAL = new Lion(0.9, 0.99);

    /** Below this, {@code c} has no sign. */
    public static final double LEAST = 1e-20f;

    public Lion {
        Checks.fraction("beta1", beta1);
        Checks.fraction("beta2", beta2);
    }

    @Override
    public double usualLearningRate() {
        return 0.0001;
    }

    @Override
    public int stateValues() {
        return 1;
    }

    @Override
    public boolean ownsStepSize() {
        return true;
    }

    @Override
    public Lion with(Hyperparameters told) {
        return new Lion(told.fraction("beta1", beta1), told.fraction("beta2", beta2));
    }

    @Override
    public Rule rule(Arithmetic n) {
        double first = n.round(beta1);
        double second = n.round(beta2);
        return (rate, t) -> new Step(n, n.round(rate), first, n.minus(1, first), second, n.minus(1, second));
    }

    /** {@code c = beta1 m + rest1 g; m = beta2 m + rest2 g}; {@code rate sign(c)}. */
    public record Step(Arithmetic n, double rate, double beta1, double rest1, double beta2, double rest2)
            implements OptimizerSpec.Step {
        @Override
        public double move(double g, OptimizerState state, int i) {
            double c = n.fma(g, rest1, n.times(state.get(0, i), beta1));
            state.mean(n, 0, i, g, beta2, rest2);
            return Math.abs(c) < LEAST ? 0 : c < 0 ? -rate : c > 0 ? rate : c;
        }
    }
}
