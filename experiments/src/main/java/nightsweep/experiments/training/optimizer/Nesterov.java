package nightsweep.experiments.training.optimizer;

import nightsweep.experiments.Checks;
import nightsweep.experiments.maths.Arithmetic;

/**
 * {@code v = momentum v + g; w -= r (g + momentum v)}; with the rate at the gradient, {@code v = momentum v + r g;
 * w -= r g + momentum v} (Sutskever et al. 2013).
 */
public record Nesterov(double momentum, RateUse rate) implements OptimizerSpec {
    static final Nesterov USUAL = new Nesterov(0.9, RateUse.AT_USE);

    public Nesterov {
        Checks.fraction("momentum", momentum);
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
        return false;
    }

    @Override
    public Nesterov with(Hyperparameters told) {
        return new Nesterov(told.fraction("momentum", momentum), told.choice("rate", RateUse.ALL, rate));
    }

    @Override
    public Rule rule(Arithmetic n) {
        double decay = n.round(momentum);
        return rate == RateUse.AT_USE
                ? (rate, t) -> new Step(n, decay, 1, n.round(rate))
                : (rate, t) -> new Step(n, decay, n.round(rate), 1);
    }

    /** {@code v = momentum v + gradientFactor g}; {@code rate (momentum v + gradientFactor g)}. */
    public record Step(Arithmetic n, double momentum, double gradientFactor, double rate)
            implements OptimizerSpec.Step {
        @Override
        public double move(double g, OptimizerState state, int i) {
            double more = n.times(g, gradientFactor);
            double v = state.put(0, i, n.plus(n.decayed(state.get(0, i), momentum), more));
            return n.times(n.fma(v, momentum, more), rate);
        }
    }
}
