package nightsweep.experiments.training.optimizer;

import nightsweep.experiments.Checks;
import nightsweep.experiments.maths.Arithmetic;

/** Adam, and {@code w -= r weightDecay w} (Loshchilov and Hutter 2019, algorithm 2). */
public record AdamW(double beta1, double beta2, double epsilon, double epsilonHat, double weightDecay)
        implements OptimizerSpec {
    static final AdamW USUAL = new AdamW(0.9, 0.999, 1e-8, 0, 0.01);

    public AdamW {
        Checks.fraction("beta1", beta1);
        Checks.fraction("beta2", beta2);
        Epsilons.check(epsilon, epsilonHat);
        Checks.notNegative("weight-decay", weightDecay);
    }

    /** The part of it that is Adam. */
    public Adam adam() {
        return new Adam(beta1, beta2, epsilon, epsilonHat);
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
    public AdamW with(Hyperparameters told) {
        Adam adam = adam().with(told);
        double decay = told.notNegative("weight-decay", weightDecay);
        return new AdamW(adam.beta1(), adam.beta2(), adam.epsilon(), adam.epsilonHat(), decay);
    }

    @Override
    public Rule rule(Arithmetic n) {
        return adam().rule(n);
    }
}
