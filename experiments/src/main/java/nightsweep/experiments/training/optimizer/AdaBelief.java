package nightsweep.experiments.training.optimizer;

import nightsweep.experiments.Checks;
import nightsweep.experiments.maths.Arithmetic;

/**
 * {@code m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) (g - m)^2 + epsilon;
 * w -= r m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon)} (Zhuang et al. 2020, algorithm 2).
 */
public record AdaBelief(double beta1, double beta2, double epsilon) implements OptimizerSpec {
    static final AdaBelief USUAL = new AdaBelief(0.9, 0.999, 1e-14);

    public AdaBelief {
        Checks.fraction("beta1", beta1);
        Checks.fraction("beta2", beta2);
        Checks.positive("epsilon", epsilon);
    }

    @Override
    public double usualLearningRate() {
        return 0.001;
    }

    @Override
    public int stateValues() {
        return 2;
    }

    @Override
    public boolean ownsStepSize() {
        return true;
    }

    @Override
    public AdaBelief with(Hyperparameters told) {
        return new AdaBelief(
                told.fraction("beta1", beta1), told.fraction("beta2", beta2), told.positive("epsilon", epsilon));
    }

    @Override
    public Rule rule(Arithmetic n) {
        double first = n.round(beta1);
        double rest1 = n.round(1 - beta1);
        double second = n.round(beta2);
        double rest2 = n.round(1 - beta2);
        double added = n.round(epsilon);
        return (rate, t) -> {
            double corrected = n.round(rate / (1 - StrictMath.pow(beta1, (double) t)));
            double squareFactor = n.round(1 / (1 - StrictMath.pow(beta2, (double) t)));
            return new Step(n, corrected, first, rest1, second, rest2, squareFactor, added);
        };
    }

    /**
     * {@code m = beta1 m + rest1 g; v = beta2 v + rest2 (g - m)^2 + epsilon};
     * {@code rate m / (sqrt(squareFactor v) + epsilon)}.
     *
     * @param rate with the correction of bias
     * @param squareFactor {@code 1 / (1 - beta2^t)}
     */
    public record Step(
            Arithmetic n,
            double rate,
            double beta1,
            double rest1,
            double beta2,
            double rest2,
            double squareFactor,
            double epsilon)
            implements OptimizerSpec.Step {
        @Override
        public double move(double g, OptimizerState state, int i) {
            double m = state.mean(n, 0, i, g, beta1, rest1);
            double apart = n.minus(g, m);
            double past = n.fma(state.get(1, i), beta2, epsilon);
            double v = state.put(1, i, n.fma(n.times(apart, rest2), apart, past));
            return n.over(n.times(m, rate), n.plus(n.root(n.times(v, squareFactor)), epsilon));
        }
    }
}
