package nightsweep.experiments.training.optimizer;

import nightsweep.experiments.Checks;
import nightsweep.experiments.maths.Arithmetic;

/** {@code s += g^2; w -= r g / (sqrt(s) + epsilon)} (Duchi et al. 2011). */
public record AdaGrad(double epsilon) implements OptimizerSpec {
    static final AdaGrad USUAL = new AdaGrad(1e-6);

    public AdaGrad {
        Checks.positive("epsilon", epsilon);
    }

    @Override
    public double usualLearningRate() {
        return 0.01;
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
    public AdaGrad with(Hyperparameters told) {
        return new AdaGrad(told.positive("epsilon", epsilon));
    }

    @Override
    public Rule rule(Arithmetic n) {
        double rounded = n.round(epsilon);
        return (rate, t) -> new Step(n, n.round(rate), rounded);
    }

    /** {@code s += g^2}; {@code rate g / (sqrt(s) + epsilon)}. */
    public record Step(Arithmetic n, double rate, double epsilon) implements OptimizerSpec.Step {
        @Override
        public double move(double g, OptimizerState state, int i) {
            double s = state.put(0, i, n.fma(g, g, state.get(0, i)));
            return n.over(n.times(g, rate), n.plus(n.root(s), epsilon));
        }
    }
}
