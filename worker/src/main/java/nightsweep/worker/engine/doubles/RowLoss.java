package nightsweep.worker.engine.doubles;

import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.loss.ExampleLoss;

/** The loss of one example: {@code z} pre-activations of the output layer, {@code p} its outputs, {@code y} targets. */
sealed interface RowLoss {

    double value(double[] z, double[] p, double[] y);

    /** Writes the loss's derivatives by {@code z}. */
    void deltas(double[] z, double[] p, double[] y, double[] deltas);

    /** Cross-entropies of softmax and of sigmoid units come from pre-activations, where no logarithm is infinite. */
    static RowLoss of(LayerSpec.Output output) {
        ActivationName activation = output.activation().name();
        LossName loss = output.loss();
        if (activation == ActivationName.SOFTMAX && (loss.crossEntropy() || loss == LossName.KL_DIVERGENCE)) {
            return new SoftmaxCrossEntropy();
        }
        if (activation == ActivationName.SIGMOID && loss.binaryCrossEntropy()) {
            return new SigmoidCrossEntropy(loss.meanOfSummed() ? output.units() : 1);
        }
        return new Composed(loss.ofOneExample(), RowActivation.of(output.activation()));
    }

    /** {@code sum y[i] (log sum exp(z[j]) - z[i])}. */
    record SoftmaxCrossEntropy() implements RowLoss {
        @Override
        public double value(double[] z, double[] p, double[] y) {
            double most = RowActivation.Softmax.most(z);
            double sum = 0;
            for (double one : z) {
                sum += StrictMath.exp(one - most);
            }
            double loss = 0;
            for (int unit = 0; unit < z.length; unit++) {
                loss += y[unit] * (StrictMath.log(sum) + most - z[unit]);
            }
            return loss;
        }

        @Override
        public void deltas(double[] z, double[] p, double[] y, double[] deltas) {
            difference(p, y, deltas);
        }
    }

    /**
     * {@code sum max(z, 0) - z y + log1p(exp(-|z|))}, divided.
     *
     * @param divisor 1 for the sum, the number of units for the mean
     */
    record SigmoidCrossEntropy(int divisor) implements RowLoss {
        @Override
        public double value(double[] z, double[] p, double[] y) {
            double loss = 0;
            for (int unit = 0; unit < z.length; unit++) {
                loss += Math.max(z[unit], 0) - z[unit] * y[unit] + StrictMath.log1p(Math.exp(-Math.abs(z[unit])));
            }
            return loss / divisor;
        }

        @Override
        public void deltas(double[] z, double[] p, double[] y, double[] deltas) {
            difference(p, y, deltas);
            for (int unit = 0; unit < deltas.length; unit++) {
                deltas[unit] /= divisor;
            }
        }
    }

    /** A loss of outputs, through their activation. */
    record Composed(ExampleLoss loss, RowActivation activation) implements RowLoss {
        @Override
        public double value(double[] z, double[] p, double[] y) {
            return loss.value(p, y);
        }

        @Override
        public void deltas(double[] z, double[] p, double[] y, double[] deltas) {
            loss.gradient(p, y, deltas);
            activation.back(z, p, deltas);
        }
    }

    private static void difference(double[] p, double[] y, double[] deltas) {
        for (int unit = 0; unit < p.length; unit++) {
            deltas[unit] = p[unit] - y[unit];
        }
    }
}
