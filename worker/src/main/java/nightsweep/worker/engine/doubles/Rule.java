package nightsweep.worker.engine.doubles;

import java.nio.DoubleBuffer;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.training.OptimizerSpec;
import nightsweep.worker.engine.NadamMomentum;

/**
 * The formulas of {@link OptimizerSpec}, one parameter at a time.
 *
 * @param state the optimizer's numbers for each parameter
 * @param nadam of Nadam alone
 */
record Rule(OptimizerSpec optimizer, List<DoubleBuffer> state, Optional<NadamMomentum> nadam) {

    static Rule of(OptimizerSpec optimizer, List<DoubleBuffer> state) {
        Optional<NadamMomentum> nadam =
                optimizer instanceof OptimizerSpec.Nadam spec ? Optional.of(new NadamMomentum(spec)) : Optional.empty();
        return new Rule(optimizer, state, nadam);
    }

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
            boolean atUse = spec.rate() == OptimizerSpec.RateUse.AT_USE;
            double v = running(0, i, spec.momentum(), atUse ? g : rate * g);
            return atUse ? rate * v : v;
        }
        if (optimizer instanceof OptimizerSpec.Nesterov spec) {
            boolean atUse = spec.rate() == OptimizerSpec.RateUse.AT_USE;
            double more = atUse ? g : rate * g;
            double ahead = more + spec.momentum() * running(0, i, spec.momentum(), more);
            return atUse ? rate * ahead : ahead;
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
            OptimizerSpec.Adam adam =
                    new OptimizerSpec.Adam(spec.beta1(), spec.beta2(), spec.epsilon(), spec.epsilonHat());
            return adam(i, g, rate, t, adam);
        }
        return rarer(i, g, rate, t);
    }

    private double rarer(int i, double g, double rate, long t) {
        if (optimizer instanceof OptimizerSpec.AdaMax spec) {
            double m = mean(0, i, spec.beta1(), g);
            double v = Math.max(spec.beta2() * state.get(1).get(i), Math.abs(g) + spec.epsilon());
            state.get(1).put(i, v);
            return rate / rest(spec.beta1(), t) * m / v;
        }
        if (optimizer instanceof OptimizerSpec.Nadam spec) {
            double m = mean(0, i, spec.beta1(), g);
            double v = mean(1, i, spec.beta2(), g * g) / rest(spec.beta2(), t);
            NadamMomentum momentum = nadam.orElseThrow();
            momentum.at(t);
            double ahead = momentum.meanShare() * m + momentum.gradientShare() * g;
            return rate * ahead / (Math.sqrt(v) + spec.epsilon());
        }
        if (optimizer instanceof OptimizerSpec.AmsGrad spec) {
            double m = mean(0, i, spec.beta1(), g);
            double most = Math.max(state.get(2).get(i), mean(1, i, spec.beta2(), g * g));
            state.get(2).put(i, most);
            return rate / rest(spec.beta1(), t) * m / divisor(most, spec.beta2(), t, spec.epsilon(), spec.epsilonHat());
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
        return rate / rest(spec.beta1(), t) * m / divisor(v, spec.beta2(), t, spec.epsilon(), spec.epsilonHat());
    }

    private double adaDelta(int i, double g, OptimizerSpec.AdaDelta spec) {
        double s = mean(0, i, spec.rho(), g * g);
        double d = g * Math.sqrt(state.get(1).get(i) + spec.epsilon()) / Math.sqrt(s + spec.epsilon());
        mean(1, i, spec.rho(), d * d);
        return d;
    }

    private static double divisor(double square, double beta2, long t, double epsilon, double epsilonHat) {
        return (Math.sqrt(square) + epsilonHat) / Math.sqrt(rest(beta2, t)) + epsilon;
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
