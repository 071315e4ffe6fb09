package nightsweep.worker.engine.doubles;

import nightsweep.experiments.maths.Arithmetic;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.activation.UnitRule;

/** An activation of the units of one example: {@code z} pre-activations, {@code a} activations. */
sealed interface RowActivation {

    /** Writes the activations of {@code z} to {@code a}. */
    void apply(double[] z, double[] a);

    /** Turns {@code deltas}, the loss's derivatives by {@code a}, into those by {@code z}. */
    void back(double[] z, double[] a, double[] deltas);

    static RowActivation of(Activation activation) {
        return activation.name() == ActivationName.SOFTMAX
                ? new Softmax()
                : new Unitwise(activation.rule(Arithmetic.DOUBLE));
    }

    /** Each unit by itself. */
    record Unitwise(UnitRule rule) implements RowActivation {
        @Override
        public void apply(double[] z, double[] a) {
            for (int unit = 0; unit < z.length; unit++) {
                a[unit] = rule.value(z[unit], rule.core(z[unit]));
            }
        }

        @Override
        public void back(double[] z, double[] a, double[] deltas) {
            for (int unit = 0; unit < z.length; unit++) {
                deltas[unit] *= rule.slope(z[unit], rule.core(z[unit]));
            }
        }
    }

    /** {@code a[i] = exp(z[i]) / sum exp(z[j])}, and {@code dL/dz[i] = a[i] (g[i] - sum g[j] a[j])}. */
    record Softmax() implements RowActivation {
        @Override
        public void apply(double[] z, double[] a) {
            double most = most(z);
            double sum = 0;
            for (int unit = 0; unit < z.length; unit++) {
                a[unit] = StrictMath.exp(z[unit] - most);
                sum += a[unit];
            }
            for (int unit = 0; unit < z.length; unit++) {
                a[unit] /= sum;
            }
        }

        @Override
        public void back(double[] z, double[] a, double[] deltas) {
            double mean = 0;
            for (int unit = 0; unit < z.length; unit++) {
                mean += deltas[unit] * a[unit];
            }
            for (int unit = 0; unit < z.length; unit++) {
                deltas[unit] = a[unit] * (deltas[unit] - mean);
            }
        }

        static double most(double[] z) {
            double most = z[0];
            for (double value : z) {
                most = Math.max(most, value);
            }
            return most;
        }
    }
}
