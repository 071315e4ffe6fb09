package nightsweep.experiments.training.optimizer;

import nightsweep.experiments.maths.Arithmetic;

/** {@code w -= r g}. */
public record Sgd() implements OptimizerSpec {
    static final Sgd USUAL = new Sgd();

    @Override
    public double usualLearningRate() {
        return 0.01;
    }

    @Override
    public int stateValues() {
        return 0;
    }

    @Override
    public boolean ownsStepSize() {
        return false;
    }

    @Override
    public Sgd with(Hyperparameters told) {
        return this;
    }

    @Override
    public Rule rule(Arithmetic n) {
        return (rate, t) -> new Step(n, n.round(rate));
    }

    /** {@code rate g}. */
    public record Step(Arithmetic n, double rate) implements OptimizerSpec.Step {
        @Override
        public double move(double g, OptimizerState state, int i) {
            return n.times(g, rate);
        }
    }
}
