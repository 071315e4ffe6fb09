package nightsweep.experiments.training;

import nightsweep.experiments.Checks;

/**
 * How a gradient {@code g} moves a parameter {@code w}; {@code r} is the learning rate, {@code t} the step from 1.
 * State starts at zero unless said otherwise. Defaults stand in {@link OptimizerName}.
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

    /** {@code s += g^2; w -= r g / sqrt(s + epsilon)} (Duchi et al. 2011), {@code s} starting at epsilon. */
    record AdaGrad(double epsilon) implements OptimizerSpec {
        public AdaGrad {
            Checks.positive("epsilon", epsilon);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.ADAGRAD;
        }
    }

    /** Steps in units of past steps, times {@code r} (Zeiler 2012, algorithm 1). */
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

    /** Running moments of the gradient (Kingma and Ba 2015, in the form of the end of section 2). */
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

    /** Adam with the decayed largest gradient as its second moment (Kingma and Ba 2015, algorithm 2). */
    record AdaMax(double beta1, double beta2, double epsilon) implements OptimizerSpec {
        public AdaMax {
            moments(beta1, beta2, epsilon);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.ADAMAX;
        }
    }

    /** Adam with Nesterov momentum (Dozat 2016). */
    record Nadam(double beta1, double beta2, double epsilon) implements OptimizerSpec {
        public Nadam {
            moments(beta1, beta2, epsilon);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.NADAM;
        }
    }

    /** Adam whose second moment never falls (Reddi et al. 2018, algorithm 2). */
    record AmsGrad(double beta1, double beta2, double epsilon) implements OptimizerSpec {
        public AmsGrad {
            moments(beta1, beta2, epsilon);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.AMSGRAD;
        }
    }

    /** Adam with the gradient's variance around its running mean as its second moment (Zhuang et al. 2020). */
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
