package nightsweep.experiments.network;

import nightsweep.experiments.Checks;

/** One layer of a network. */
public sealed interface LayerSpec {

    /** The width of what the layer gives, for an input of {@code inputs} values. */
    int outputs(int inputs);

    /** The number of weights and biases, for an input of {@code inputs} values. */
    long parameters(int inputs);

    /**
     * A fully connected layer, {@code activation(x W + b)}, {@code W: (inputs, units)}, {@code b: (units)}, whose
     * activations are then dropped out.
     *
     * @param dropout the probability with which an activation is set to zero while training, in [0, 1); the others are
     *     divided by one minus it (inverted dropout, Srivastava et al. 2014)
     */
    record Dense(int units, Activation activation, double dropout, Initial weights, Initial biases)
            implements LayerSpec {
        public Dense {
            Checks.positive("units", units);
            Checks.fraction("dropout", dropout);
        }

        @Override
        public int outputs(int inputs) {
            return units;
        }

        @Override
        public long parameters(int inputs) {
            return (inputs + 1L) * units;
        }
    }

    /**
     * Drops out its input, as {@link Dense} does with its activations.
     *
     * @param rate the probability with which a value is set to zero while training, in [0, 1)
     */
    record Dropout(double rate) implements LayerSpec {
        public Dropout {
            Checks.fraction("rate", rate);
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }

        @Override
        public long parameters(int inputs) {
            return 0;
        }
    }

    /** The last layer: fully connected as {@link Dense} is, with the loss that is minimised. */
    record Output(int units, Activation activation, LossName loss, Initial weights, Initial biases)
            implements LayerSpec {
        public Output {
            Checks.positive("units", units);
        }

        @Override
        public int outputs(int inputs) {
            return units;
        }

        @Override
        public long parameters(int inputs) {
            return (inputs + 1L) * units;
        }

        /** How labels are written as targets of this layer. */
        public TargetEncoding encoding() {
            return TargetEncoding.of(loss, activation.name());
        }
    }
}
