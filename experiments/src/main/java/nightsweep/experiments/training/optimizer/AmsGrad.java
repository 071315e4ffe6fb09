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
        Adam adam = new Adam(beta1, beta2, epsilon, epsilonHat);
        return (rate, t) -> new Step(adam.at(n, rate, t));
    }

    /** Adam's step with {@code s = max(s, v)} in the place of {@code v}. */
    public record Step(Adam.Step adam) implements OptimizerSpec.Step {
        @Override
        public double move(double g, OptimizerState state, int i) {
            Arithmetic n = adam.n();
            double m = state.mean(n, 0, i, g, adam.beta1(), adam.rest1());
            double v = state.meanSquare(n, 1, i, g, adam.beta2(), adam.rest2());
            double s = state.put(2, i, Math.max(state.get(2, i), v));
            return n.over(n.times(m, adam.rate()), n.plus(n.root(s), adam.epsilon()));
        }
    }
}
