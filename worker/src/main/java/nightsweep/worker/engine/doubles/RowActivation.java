package nightsweep.worker.engine.doubles;

import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.worker.engine.fused.plain.PlainFunction;

/** An activation of the units of one example: {@code z} pre-activations, {@code a} activations. */
sealed interface RowActivation {

    /** Writes the activations of {@code z} to {@code a}. */
    void apply(double[] z, double[] a);

    /** Turns {@code deltas}, the loss's derivatives by {@code a}, into those by {@code z}. */
    void back(double[] z, double[] a, double[] deltas);

    static RowActivation of(Activation activation) {
        return activation.name() == ActivationName.SOFTMAX ? new Softmax() : new Unitwise(PlainFunction.of(activation));
    }

    /** Each unit by itself. */
    record Unitwise(PlainFunction function) implements RowActivation {
        @Override
        public void apply(double[] z, double[] a) {
            for (int unit = 0; unit < z.length; unit++) {
                a[unit] = function.value().applyAsDouble(z[unit]);
            }
        }

        @Override
        public void back(double[] z, double[] a, double[] deltas) {
            for (int unit = 0; unit < z.length; unit++) {
                deltas[unit] *= function.slope().applyAsDouble(z[unit]);
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
