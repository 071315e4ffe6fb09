package nightsweep.experiments.training;

import nightsweep.experiments.Checks;
import nightsweep.experiments.Named;

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

    /** Where {@link Momentum} and {@link Nesterov} multiply by the learning rate: the same unless it changes. */
    enum RateUse implements Named {
        /** As a step is taken, so that all of it follows the rate of now. */
        AT_USE("at-use"),
        /** As a gradient comes in, which keeps the rate of its own step. */
        AT_GRADIENT("at-gradient");

        private final String label;

        RateUse(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * {@code v = momentum v + g; w -= r v}; with the rate at the gradient, {@code v = momentum v + r g; w -= v} (Polyak
     * 1964).
     */
    record Momentum(double momentum, RateUse rate) implements OptimizerSpec {
        public Momentum {
            Checks.fraction("momentum", momentum);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.MOMENTUM;
        }
    }

    /**
     * {@code v = momentum v + g; w -= r (g + momentum v)}; with the rate at the gradient, {@code v = momentum v + r g;
     * w -= r g + momentum v} (Sutskever et al. 2013).
     */
    record Nesterov(double momentum, RateUse rate) implements OptimizerSpec {
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
     * w -= r m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon)} (Kingma and Ba 2015, algorithm 1).
     *
     * @param epsilonHat is added to {@code sqrt(v)} before its correction, in the place of {@code epsilon} after it
     *     (ibid., end of section 2)
     */
    record Adam(double beta1, double beta2, double epsilon, double epsilonHat) implements OptimizerSpec {
        public Adam {
            moments(beta1, beta2, epsilon, epsilonHat);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.ADAM;
        }
    }

    /** Adam, and {@code w -= r weightDecay w} (Loshchilov and Hutter 2019, algorithm 2). */
    record AdamW(double beta1, double beta2, double epsilon, double epsilonHat, double weightDecay)
            implements OptimizerSpec {
        public AdamW {
            moments(beta1, beta2, epsilon, epsilonHat);
            Checks.notNegative("weight-decay", weightDecay);
        }

        @Override
        public OptimizerName name() {
            return OptimizerName.ADAMW;
        }
    }

    /**
     * {@code m = beta1 m + (1 - beta1) g; v = max(beta2 v, |g| + epsilon); w -= r / (1 - beta1^t) m / v} (Kingma and Ba
     * 2015, algorithm 2).
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
     * Adam's moments, {@code c(t) = beta1 (1 - 0.96^(t momentumDecay) / 2)}, {@code C(t) = c(1) ... c(t)}, and {@code w -= r
     * (c(t+1) m / (1 - C(t+1)) + (1 - c(t)) g / (1 - C(t))) / (sqrt(v / (1 - beta2^t)) + epsilon)} (Dozat 2016, algorithm
     * 2).
     *
     * @param momentumDecay how fast {@code c} rises from half of {@code beta1} to it; from 100,000 on it is there at once
     */
    record Nadam(double beta1, double beta2, double epsilon, double momentumDecay) implements OptimizerSpec {
        private static final double RISE = 0.96;

        public Nadam {
            moments(beta1, beta2, epsilon);
            Checks.notNegative("momentum-decay", momentumDecay);
        }

        /** {@code c(t)}. */
        public double momentum(long t) {
            return beta1 * (1 - 0.5 * StrictMath.pow(RISE, t * momentumDecay));
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
    record AmsGrad(double beta1, double beta2, double epsilon, double epsilonHat) implements OptimizerSpec {
        public AmsGrad {
            moments(beta1, beta2, epsilon, epsilonHat);
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

    private static void moments(double beta1, double beta2, double epsilon, double epsilonHat) {
        Checks.fraction("beta1", beta1);
        Checks.fraction("beta2", beta2);
        Checks.notNegative("epsilon", epsilon);
        Checks.notNegative("epsilon-hat", epsilonHat);
        Checks.positive("epsilon or epsilon-hat", epsilon + epsilonHat);
    }

    private static void moments(double beta1, double beta2, double epsilon) {
        Checks.fraction("beta1", beta1);
        Checks.fraction("beta2", beta2);
        Checks.positive("epsilon", epsilon);
    }
}
