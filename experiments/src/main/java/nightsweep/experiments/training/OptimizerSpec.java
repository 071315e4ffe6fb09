package nightsweep.experiments.training;

import nightsweep.experiments.Checks;

/**
 * How a gradient {@code g} moves a parameter {@code w}; {@code r} is the learning rate, {@code t} the step from 1.
 * State ({@code m}, {@code s}, {@code v}) starts at zero. Defaults stand in {@link OptimizerName}.
 */
public sealed interface OptimizerSpec {

    /** Which it is. */
    OptimizerName name();

    /** {@code w -= r g}. */
    record Sgd() implements OptimizerSpec {
        @Override
        public OptimizerName name() {
            return OptimizerName.SGD;
        }
    }

    /** {@code v = momentum v - r g; w += v} (Polyak 1964). */
    record Momentum(double momentum) implements OptimizerSpec {
        public Momentum {
            Checks.fraction("momentum", momentum);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.MOMENTUM;
        }
    }

    /** {@code v' = momentum v - r g; w += (1 + momentum) v' - momentum v} (Sutskever et al. 2013). */
    record Nesterov(double momentum) implements OptimizerSpec {
        public Nesterov {
            Checks.fraction("momentum", momentum);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.NESTEROV;
        }
    }

    /** {@code s += g^2; w -= r g / (sqrt(s) + epsilon)} (Duchi et al. 2011). */
    record AdaGrad(double epsilon) implements OptimizerSpec {
        public AdaGrad {
            Checks.positive("epsilon", epsilon);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.ADAGRAD;
        }
    }

    /**
     * {@code s = rho s + (1 - rho) g^2; d = g sqrt(v + epsilon) / sqrt(s + epsilon); v = rho v + (1 - rho) d^2; w -= r d}
     * (Zeiler 2012, algorithm 1, whose {@code r} is 1).
     */
    record AdaDelta(double rho, double epsilon) implements OptimizerSpec {
        public AdaDelta {
            Checks.fraction("rho", rho);
            Checks.positive("epsilon", epsilon);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.ADADELTA;
        }
    }

    /** {@code s = decay s + (1 - decay) g^2; w -= r g / (sqrt(s) + epsilon)} (Tieleman and Hinton 2012). */
    record RmsProp(double decay, double epsilon) implements OptimizerSpec {
        public RmsProp {
            Checks.fraction("decay", decay);
            Checks.positive("epsilon", epsilon);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.RMSPROP;
        }
    }

    /**
     * {@code m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g^2;
     * w -= r sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + epsilon)} (Kingma and Ba 2015, end of section 2).
     */
    record Adam(double beta1, double beta2, double epsilon) implements OptimizerSpec {
        public Adam {
            moments(beta1, beta2, epsilon);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.ADAM;
        }
    }

    /** Adam, and {@code w -= r weightDecay w} on weights (Loshchilov and Hutter 2019, algorithm 2). */
    record AdamW(double beta1, double beta2, double epsilon, double weightDecay) implements OptimizerSpec {
        public AdamW {
            moments(beta1, beta2, epsilon);
            Checks.notNegative("weight-decay", weightDecay);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.ADAMW;
        }
    }

    /**
     * {@code m = beta1 m + (1 - beta1) g; v = max(beta2 v, |g|); w -= r / (1 - beta1^t) m / v} (Kingma and Ba 2015,
     * algorithm 2).
     *
     * @param epsilon without effect: {@code v} is kept from zero by 1e-32
     */
    record AdaMax(double beta1, double beta2, double epsilon) implements OptimizerSpec {
        public AdaMax {
            moments(beta1, beta2, epsilon);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.ADAMAX;
        }
    }

    /**
     * Adam's moments, and {@code w -= r (beta1 m / (1 - beta1^(t+1)) + (1 - beta1) g / (1 - beta1^t))
     * / (sqrt(v / (1 - beta2^t)) + epsilon)} (Dozat 2016, algorithm 2, with a constant momentum).
     */
    record Nadam(double beta1, double beta2, double epsilon) implements OptimizerSpec {
        public Nadam {
            moments(beta1, beta2, epsilon);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.NADAM;
        }
    }

    /**
     * Adam's moments, {@code s = max(s, v)}, and Adam's step with {@code s} in the place of {@code v} (Reddi et al. 2018,
     * algorithm 2, with Adam's correction of bias).
     */
    record AmsGrad(double beta1, double beta2, double epsilon) implements OptimizerSpec {
        public AmsGrad {
            moments(beta1, beta2, epsilon);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.AMSGRAD;
        }
    }

    /**
     * {@code m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) (g - m)^2 + epsilon;
     * w -= r m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon)} (Zhuang et al. 2020, algorithm 2).
     */
    record AdaBelief(double beta1, double beta2, double epsilon) implements OptimizerSpec {
        public AdaBelief {
            moments(beta1, beta2, epsilon);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.ADABELIEF;
        }
    }

    private static void moments(double beta1, double beta2, double epsilon) {
        Checks.fraction("beta1", beta1);
        Checks.fraction("beta2", beta2);
        Checks.positive("epsilon", epsilon);
    }
}
