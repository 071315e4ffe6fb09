package nightsweep.experiments.training.optimizer;

import nightsweep.experiments.Checks;
import nightsweep.experiments.maths.Arithmetic;

/**
 * {@code m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g^2;
 * w -= r m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon)} (Kingma and Ba 2015, algorithm 1).
 *
 * @param epsilonHat is added to {@code sqrt(v)} before its correction, in the place of {@code epsilon} after it
 *     (ibid., end of section 2)
 */
public record Adam(double beta1, double beta2, double epsilon, double epsilonHat) implements OptimizerSpec {
    static final Adam USUAL = new Adam(0.9, 0.999, 1e-8, 0);

    public Adam {
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
        return 2;
    }

    @Override
    public boolean ownsStepSize() {
        return true;
    }

    @Override
    public Adam with(Hyperparameters told) {
        double first = told.fraction("beta1", beta1);
        double second = told.fraction("beta2", beta2);
        Hyperparameters.Either epsilons = Epsilons.told(told, epsilon, epsilonHat);
        return new Adam(first, second, epsilons.one(), epsilons.other());
    }

    @Override
    public Rule rule(Arithmetic n) {
        return (rate, t) -> at(n, rate, t);
    }

    /** The step with the corrections of bias in its rate. */
    Step at(Arithmetic n, double rate, long t) {
        double first = n.round(beta1);
        double second = n.round(beta2);
        double root = StrictMath.sqrt(1 - n.power(second, t));
        double corrected = n.round(rate * (root / (1 - n.power(first, t))));
        double added = n.round(epsilonHat + epsilon * root);
        return new Step(n, corrected, first, n.minus(1, first), second, n.minus(1, second), added);
    }

    /**
     * {@code m = beta1 m + rest1 g; v = beta2 v + rest2 g^2}; {@code rate m / (sqrt(v) + epsilon)}.
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
            return n.over(n.times(m, rate), n.plus(n.root(v), epsilon));
        }
    }
}
