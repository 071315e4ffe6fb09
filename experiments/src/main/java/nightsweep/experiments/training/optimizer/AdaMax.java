package nightsweep.experiments.training.optimizer;

import nightsweep.experiments.Checks;
import nightsweep.experiments.maths.Arithmetic;

/**
 * {@code m = beta1 m + (1 - beta1) g; v = max(beta2 v, |g| + epsilon); w -= r / (1 - beta1^t) m / v} (Kingma and Ba
 * 2015, algorithm 2).
 */
public record AdaMax(double beta1, double beta2, double epsilon) implements OptimizerSpec {
    static final AdaMax USUAL = new AdaMax(0.9, 0.999, 1e-8);

    public AdaMax {
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
    public AdaMax with(Hyperparameters told) {
        return new AdaMax(
                told.fraction("beta1", beta1), told.fraction("beta2", beta2), told.positive("epsilon", epsilon));
    }

    @Override
    public Rule rule(Arithmetic n) {
        double first = n.round(beta1);
        double second = n.round(beta2);
        double added = n.round(epsilon);
        return (rate, t) -> {
            double corrected = n.round(rate * (1 / (1 - n.power(first, t))));
            return new Step(n, corrected, first, n.minus(1, first), second, added);
        };
    }

    /**
     * {@code m = beta1 m + rest1 g; v = max(beta2 v, |g| + epsilon)}; {@code rate m / v}.
     *
     * @param rate with the correction of bias
     */
    public record Step(Arithmetic n, double rate, double beta1, double rest1, double beta2, double epsilon)
            implements OptimizerSpec.Step {
        @Override
        public double move(double g, OptimizerState state, int i) {
            double m = state.mean(n, 0, i, g, beta1, rest1);
            double past = n.times(state.get(1, i), beta2);
            double v = state.put(1, i, Math.max(past, n.plus(Math.abs(g), epsilon)));
            return n.over(n.times(m, rate), v);
        }
    }
}
