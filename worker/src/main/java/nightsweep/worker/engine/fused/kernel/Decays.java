package nightsweep.worker.engine.fused.kernel;

import nightsweep.experiments.training.OptimizerSpec;

/**
 * An optimizer's hyperparameters by the part they play; 0 where it has none for a part.
 *
 * @param epsilon added to the root of a square, after its correction where it has one
 * @param epsilonHat added to the root before its correction
 * @param rateAtGradient whether gradients are multiplied by the learning rate as they come in, rather than steps
 */
record Decays(double first, double second, double epsilon, double epsilonHat, boolean rateAtGradient) {

    private Decays(double first, double second, double epsilon) {
        this(first, second, epsilon, 0, false);
    }

    static Decays of(OptimizerSpec optimizer) {
        if (optimizer instanceof OptimizerSpec.Sgd) {
            return new Decays(0, 0, 0);
        } else if (optimizer instanceof OptimizerSpec.Momentum spec) {
            return new Decays(spec.momentum(), 0, 0, 0, spec.rate() == OptimizerSpec.RateUse.AT_GRADIENT);
        } else if (optimizer instanceof OptimizerSpec.Nesterov spec) {
            return new Decays(spec.momentum(), 0, 0, 0, spec.rate() == OptimizerSpec.RateUse.AT_GRADIENT);
        } else if (optimizer instanceof OptimizerSpec.AdaGrad spec) {
            return new Decays(0, 0, spec.epsilon());
        } else if (optimizer instanceof OptimizerSpec.AdaDelta spec) {
            return new Decays(spec.rho(), 0, spec.epsilon());
        } else if (optimizer instanceof OptimizerSpec.RmsProp spec) {
            return new Decays(spec.decay(), 0, spec.epsilon());
        } else if (optimizer instanceof OptimizerSpec.Adam spec) {
            return new Decays(spec.beta1(), spec.beta2(), spec.epsilon(), spec.epsilonHat(), false);
        } else if (optimizer instanceof OptimizerSpec.AdamW spec) {
            return new Decays(spec.beta1(), spec.beta2(), spec.epsilon(), spec.epsilonHat(), false);
        } else if (optimizer instanceof OptimizerSpec.AdaMax spec) {
            return new Decays(spec.beta1(), spec.beta2(), spec.epsilon());
        } else if (optimizer instanceof OptimizerSpec.Nadam spec) {
            return new Decays(spec.beta1(), spec.beta2(), spec.epsilon());
        } else if (optimizer instanceof OptimizerSpec.AmsGrad spec) {
            return new Decays(spec.beta1(), spec.beta2(), spec.epsilon(), spec.epsilonHat(), false);
        } else if (optimizer instanceof OptimizerSpec.AdaBelief spec) {
            return new Decays(spec.beta1(), spec.beta2(), spec.epsilon());
        }
        throw new AssertionError(optimizer);
    }
}
