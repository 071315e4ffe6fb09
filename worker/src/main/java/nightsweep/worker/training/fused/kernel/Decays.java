package nightsweep.worker.training.fused.kernel;

import nightsweep.experiments.training.OptimizerSpec;

/** An optimizer's hyperparameters by the part they play; 0 where it has none for a part. */
record Decays(double first, double second, double epsilon) {

    static Decays of(OptimizerSpec optimizer) {
        if (optimizer instanceof OptimizerSpec.Sgd) {
            return new Decays(0, 0, 0);
        } else if (optimizer instanceof OptimizerSpec.Momentum spec) {
            return new Decays(spec.momentum(), 0, 0);
        } else if (optimizer instanceof OptimizerSpec.Nesterov spec) {
            return new Decays(spec.momentum(), 0, 0);
        } else if (optimizer instanceof OptimizerSpec.AdaGrad spec) {
            return new Decays(0, 0, spec.epsilon());
        } else if (optimizer instanceof OptimizerSpec.AdaDelta spec) {
            return new Decays(spec.rho(), 0, spec.epsilon());
        } else if (optimizer instanceof OptimizerSpec.RmsProp spec) {
            return new Decays(spec.decay(), 0, spec.epsilon());
        } else if (optimizer instanceof OptimizerSpec.Adam spec) {
            return new Decays(spec.beta1(), spec.beta2(), spec.epsilon());
        } else if (optimizer instanceof OptimizerSpec.AdamW spec) {
            return new Decays(spec.beta1(), spec.beta2(), spec.epsilon());
        } else if (optimizer instanceof OptimizerSpec.AdaMax spec) {
            return new Decays(spec.beta1(), spec.beta2(), spec.epsilon());
        } else if (optimizer instanceof OptimizerSpec.Nadam spec) {
            return new Decays(spec.beta1(), spec.beta2(), spec.epsilon());
        } else if (optimizer instanceof OptimizerSpec.AmsGrad spec) {
            return new Decays(spec.beta1(), spec.beta2(), spec.epsilon());
        } else if (optimizer instanceof OptimizerSpec.AdaBelief spec) {
            return new Decays(spec.beta1(), spec.beta2(), spec.epsilon());
        }
        throw new AssertionError(optimizer);
    }
}
