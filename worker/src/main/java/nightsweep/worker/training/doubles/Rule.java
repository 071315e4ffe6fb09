package nightsweep.worker.training.doubles;

import java.nio.DoubleBuffer;
import java.util.List;
import nightsweep.experiments.training.OptimizerSpec;

/**
 * The formulas of {@link OptimizerSpec}, one parameter at a time.
 *
 * @param state the optimizer's numbers for each parameter
 */
record Rule(OptimizerSpec optimizer, List<DoubleBuffer> state) {
    /** Keeps AdaMax from dividing by zero. */
    private static final double LEAST = 1e-32;

    /**
     * What is subtracted from parameter {@code i}, whose state moves on.
     *
     * @param t the step, from 1
     */
    double step(int i, double g, double rate, long t) {
        if (optimizer instanceof OptimizerSpec.Sgd) {
            return rate * g;
        }
        if (optimizer instanceof OptimizerSpec.Momentum spec) {
            return -running(0, i, spec.momentum(), -rate * g);
        }
        if (optimizer instanceof OptimizerSpec.Nesterov spec) {
            double before = state.get(0).get(i);
            double v = running(0, i, spec.momentum(), -rate * g);
            return spec.momentum() * before - (1 + spec.momentum()) * v;
        }
        if (optimizer instanceof OptimizerSpec.AdaGrad spec) {
            return rate * g / (Math.sqrt(running(0, i, 1, g * g)) + spec.epsilon());
        }
        if (optimizer instanceof OptimizerSpec.AdaDelta spec) {
            return rate * adaDelta(i, g, spec);
        }
        if (optimizer instanceof OptimizerSpec.RmsProp spec) {
            return rate * g / (Math.sqrt(mean(0, i, spec.decay(), g * g)) + spec.epsilon());
        }
        if (optimizer instanceof OptimizerSpec.Adam spec) {
            return adam(i, g, rate, t, spec);
        }
        if (optimizer instanceof OptimizerSpec.AdamW spec) {
            return adam(i, g, rate, t, new OptimizerSpec.Adam(spec.beta1(), spec.beta2(), spec.epsilon()));
        }
        return rarer(i, g, rate, t);
    }

    private double rarer(int i, double g, double rate, long t) {
        if (optimizer instanceof OptimizerSpec.AdaMax spec) {
            double m = mean(0, i, spec.beta1(), g);
            double v = Math.max(spec.beta2() * state.get(1).get(i), Math.abs(g)) + LEAST;
            state.get(1).put(i, v);
            return rate / rest(spec.beta1(), t) * m / v;
        }
        if (optimizer instanceof OptimizerSpec.Nadam spec) {
            double m = mean(0, i, spec.beta1(), g);
            double v = mean(1, i, spec.beta2(), g * g) / rest(spec.beta2(), t);
            double ahead =
                    spec.beta1() * m / rest(spec.beta1(), t + 1) + (1 - spec.beta1()) * g / rest(spec.beta1(), t);
            return rate * ahead / (Math.sqrt(v) + spec.epsilon());
        }
        if (optimizer instanceof OptimizerSpec.AmsGrad spec) {
            double m = mean(0, i, spec.beta1(), g);
            double most = Math.max(state.get(2).get(i), mean(1, i, spec.beta2(), g * g));
            state.get(2).put(i, most);
            return rate * correction(spec.beta1(), spec.beta2(), t) * m / (Math.sqrt(most) + spec.epsilon());
        }
        if (optimizer instanceof OptimizerSpec.AdaBelief spec) {
            double m = mean(0, i, spec.beta1(), g);
            double more = (1 - spec.beta2()) * (g - m) * (g - m) + spec.epsilon();
            double v = running(1, i, spec.beta2(), more) / rest(spec.beta2(), t);
            return rate * m / rest(spec.beta1(), t) / (Math.sqrt(v) + spec.epsilon());
        }
        throw new AssertionError(optimizer);
    }

    private double adam(int i, double g, double rate, long t, OptimizerSpec.Adam spec) {
        double m = mean(0, i, spec.beta1(), g);
        double v = mean(1, i, spec.beta2(), g * g);
        return rate * correction(spec.beta1(), spec.beta2(), t) * m / (Math.sqrt(v) + spec.epsilon());
    }

    private double adaDelta(int i, double g, OptimizerSpec.AdaDelta spec) {
        double s = mean(0, i, spec.rho(), g * g);
        double d = g * Math.sqrt(state.get(1).get(i) + spec.epsilon()) / Math.sqrt(s + spec.epsilon());
        mean(1, i, spec.rho(), d * d);
        return d;
    }

    private static double correction(double beta1, double beta2, long t) {
        return Math.sqrt(rest(beta2, t)) / rest(beta1, t);
    }

    /** {@code 1 - beta^t}. */
    private static double rest(double beta, long t) {
        return 1 - StrictMath.pow(beta, (double) t);
    }

    private double mean(int which, int i, double decay, double value) {
        return running(which, i, decay, (1 - decay) * value);
    }

    /** Makes a number of state {@code decay} times itself and {@code more}. */
    private double running(int which, int i, double decay, double more) {
        double now = decay * state.get(which).get(i) + more;
        state.get(which).put(i, now);
        return now;
    }
}
