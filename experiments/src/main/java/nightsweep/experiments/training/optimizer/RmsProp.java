package nightsweep.experiments.training.optimizer;

import nightsweep.experiments.Checks;
import nightsweep.experiments.maths.Arithmetic;

/** {@code s = decay s + (1 - decay) g^2; w -= r g / (sqrt(s) + epsilon)} (Tieleman and Hinton 2012). */
public record RmsProp(double decay, double epsilon) implements OptimizerSpec {
    static final RmsProp USUAL = new RmsProp(0.99, 1e-8);

    public RmsProp {
        Checks.fraction("decay", decay);
        Checks.positive("epsilon", epsilon);
    }

    @Override
    public double usualLearningRate() {
        return 0.001;
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
    public RmsProp with(Hyperparameters told) {
        return new RmsProp(told.fraction("decay", decay), told.positive("epsilon", epsilon));
    }

    @Override
    public Rule rule(Arithmetic n) {
        double rounded = n.round(decay);
        double added = n.round(epsilon);
        return (rate, t) -> new Step(n, n.round(rate), rounded, n.minus(1, rounded), added);
    }

    /** {@code s = decay s + rest g^2}; {@code rate g / (sqrt(s) + epsilon)}. */
    public record Step(Arithmetic n, double rate, double decay, double rest, double epsilon)
            implements OptimizerSpec.Step {
        @Override
        public double move(double g, OptimizerState state, int i) {
            double s = state.meanSquare(n, 0, i, g, decay, rest);
            return n.over(n.times(g, rate), n.plus(n.root(s), epsilon));
        }
    }
}
