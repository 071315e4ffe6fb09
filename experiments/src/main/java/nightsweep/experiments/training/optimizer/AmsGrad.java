package nightsweep.experiments.training.optimizer;

import nightsweep.experiments.Checks;
import nightsweep.experiments.maths.Arithmetic;

/**
 * Adam's moments, {@code s = max(s, v)}, and Adam's step with {@code s} in the place of {@code v} (Reddi et al. 2018,
 * algorithm 2, with Adam's correction of bias).
 */
public record AmsGrad(double beta1, double beta2, double epsilon, double epsilonHat) implements OptimizerSpec {
    static final AmsGrad USUAL = new AmsGrad(0.9, 0.999, 1e-8, 0);

    public AmsGrad {
        Checks.fraction("beta1", beta1);
        Checks.fraction("beta2", beta2);
        Epsilons.check(epsilon, epsilonHat);
    }

    @Override
    public double usualLearningRate() {
        return 0.001;
    }

    @Override
    public int stateValues() {
        return 3;
    }

    @Override
    public boolean ownsStepSize() {
        return true;
    }

    @Override
    public AmsGrad with(Hyperparameters told) {
        double first = told.fraction("beta1", beta1);
        double second = told.fraction("beta2", beta2);
        Hyperparameters.Either epsilons = Epsilons.told(told, epsilon, epsilonHat);
        return new AmsGrad(first, second, epsilons.one(), epsilons.other());
    }

    @Override
    public Rule rule(Arithmetic n) {
        double first = n.round(beta1);
        double second = n.round(beta2);
        return (rate, t) -> {
            double root = StrictMath.sqrt(1 - n.power(second, t));
            double corrected = n.round(rate * (root / (1 - n.power(first, t))));
            double added = n.round(epsilonHat + epsilon * root);
            return new Step(n, corrected, first, n.minus(1, first), second, n.minus(1, second), added);
        };
    }

    /**
     * {@code m = beta1 m + rest1 g; v = beta2 v + rest2 g^2; s = max(s, v)}; {@code rate m / (sqrt(s) + epsilon)}.
     *
     * @param rate with both corrections of bias
     * @param epsilon in the measure of the uncorrected root
     */
    public record Step(
            Arithmetic n, double rate, double beta1, double rest1, double beta2, double rest2, double epsilon)
            implements OptimizerSpec.Step {
        @Override
        public double move(double g, OptimizerState state, int i) {
            double m = state.mean(n, 0, i, g, beta1, rest1);
            double v = state.meanSquare(n, 1, i, g, beta2, rest2);
            double s = state.put(2, i, Math.max(state.get(2, i), v));
            return n.over(n.times(m, rate), n.plus(n.root(s), epsilon));
        }
    }
}
