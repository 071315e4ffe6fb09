package nightsweep.experiments.training.optimizer;

import nightsweep.experiments.Checks;
import nightsweep.experiments.maths.Arithmetic;

/**
 * {@code s = rho s + (1 - rho) g^2; d = g sqrt(v + epsilon) / sqrt(s + epsilon); v = rho v + (1 - rho) d^2; w -= r d}
 * (Zeiler 2012, algorithm 1, whose {@code r} is 1).
 */
public record AdaDelta(double rho, double epsilon) implements OptimizerSpec {
    static final AdaDelta USUAL = new AdaDelta(0.95, 1e-6);

    public AdaDelta {
        Checks.fraction("rho", rho);
        Checks.positive("epsilon", epsilon);
    }

    @Override
    public double usualLearningRate() {
        return 1;
    }

    @Override
    public int stateValues() {
        return 2;
    }

    @Override
    public boolean ownsStepSize() {
        return false;
    }

    @Override
    public AdaDelta with(Hyperparameters told) {
        return new AdaDelta(told.fraction("rho", rho), told.positive("epsilon", epsilon));
    }

    @Override
    public Rule rule(Arithmetic n) {
        double decay = n.round(rho);
        double rounded = n.round(epsilon);
        return (rate, t) -> new Step(n, n.round(rate), decay, n.minus(1, decay), rounded);
    }

    /** {@code s = rho s + rest g^2; d = sqrt((v + epsilon) / (s + epsilon)) g; v = rho v + rest d^2}; {@code rate d}. */
    public record Step(Arithmetic n, double rate, double rho, double rest, double epsilon)
            implements OptimizerSpec.Step {
        @Override
        public double move(double g, OptimizerState state, int i) {
            double s = state.meanSquare(n, 0, i, g, rho, rest);
            double ratio = n.over(n.plus(state.get(1, i), epsilon), n.plus(s, epsilon));
            double d = n.times(n.root(ratio), g);
            state.meanSquare(n, 1, i, d, rho, rest);
            return n.times(d, rate);
        }
    }
}
