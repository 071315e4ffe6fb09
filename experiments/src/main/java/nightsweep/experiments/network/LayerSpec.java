package nightsweep.experiments.network;

import java.util.Optional;
import nightsweep.experiments.Checks;
import nightsweep.experiments.Named;

/** One layer of a network. */
public sealed interface LayerSpec {

    /** The shape of what the layer gives. */
    Shape outputs(Shape inputs);

    /** The number of weights and biases. */
    default long parameters(Shape inputs) {
        return 0;
    }

    /** Why it cannot take such an input, in a sentence; empty where it can. */
    default Optional<String> objection(Shape inputs) {
        return Optional.empty();
    }

    /** The share of what it gives that is set to zero while training, in [0, 1). */
    default double dropout() {
        return 0;
    }

    /** A layer that learns {@code W: (fan-in, units)} and, but where its biases are none, {@code b: (units)}. */
    sealed interface Weighted extends LayerSpec {
        int units();

        Activation activation();

        Initial weights();

        Initial biases();

        /** Whether it has biases. */
        default boolean biased() {
            return !(biases() instanceof Initial.None);
        }

        /** The values that one unit sees. */
        default int fanIn(Shape inputs) {
            return inputs.values();
        }

        /** The values that one input value reaches. */
        default int fanOut() {
            return units();
        }

        @Override
        default long parameters(Shape inputs) {
            return (fanIn(inputs) + (biased() ? 1L : 0)) * units();
        }

        @Override
        default Optional<String> objection(Shape inputs) {
            return Initial.objectionToWeights(weights(), fanIn(inputs), units())
                    .or(() -> Initial.objectionToBiases(biases(), units()));
        }

        @Override
        default Shape outputs(Shape inputs) {
            return new Shape.Row(units());
        }
    }

    /**
     * A fully connected layer, {@code activation(x W + b)}, {@code W: (inputs, units)}, {@code b: (units)}, whose
     * activations are then dropped out.
     *
     * @param dropout the probability with which an activation is set to zero while training, in [0, 1); the others are
     *     divided by one minus it (inverted dropout, Srivastava et al. 2014)
     */
    record Dense(int units, Activation activation, double dropout, Initial weights, Initial biases)
            implements Weighted {
        public Dense {
            Checks.positive("units", units);
            Checks.fraction("dropout", dropout);
        }
    }

    /**
     * {@code units} filters that move over images, {@code W: (channels * size * size, units)}: the cross-correlation of
     * each filter with all channels, its bias added, under the activation.
     */
    record Convolution(int units, Window window, Activation activation, Initial weights, Initial biases)
            implements Weighted {
        public Convolution {
            Checks.positive("filters", units);
        }

        @Override
        public int fanIn(Shape inputs) {
            int channels = inputs instanceof Shape.Planes planes ? planes.channels() : 1;
            return channels * window.size() * window.size();
        }

        @Override
        public int fanOut() {
            return units * window.size() * window.size();
        }

        @Override
        public Shape outputs(Shape inputs) {
            return window.over(inputs, units);
        }

        @Override
        public Optional<String> objection(Shape inputs) {
            return window.objection("convolution", inputs).or(() -> Weighted.super.objection(inputs));
        }
    }

    /** One value for each place of a window in each channel. */
    record Pooling(Kind kind, Window window) implements LayerSpec {

        /** What stands for the values under a window. */
        public enum Kind implements Named {
            MAX("max-pooling"),
            AVERAGE("average-pooling");

            private final String label;

            Kind(String label) {
                this.label = label;
            }

            @Override
            public String label() {
                return label;
            }
        }

        @Override
        public Shape outputs(Shape inputs) {
            int channels = inputs instanceof Shape.Planes planes ? planes.channels() : 1;
            return window.over(inputs, channels);
        }

        @Override
        public Optional<String> objection(Shape inputs) {
            return window.objection(kind.label(), inputs);
        }
    }

    /**
     * Normalises each value over the minibatch, images by channel, then scales and shifts it by learned numbers (Ioffe and
     * Szegedy 2015); in a pass that does not train by means and variances that were kept while training.
     *
     * @param decay of the kept means and variances at each step, in [0, 1)
     * @param epsilon added to variances
     */
    record BatchNormalization(double decay, double epsilon) implements LayerSpec {
        public BatchNormalization {
            Checks.fraction("decay", decay);
            Checks.positive("epsilon", epsilon);
        }

        /** Numbers that are normalised by themselves. */
        public int features(Shape inputs) {
            return inputs instanceof Shape.Planes planes ? planes.channels() : inputs.values();
        }

        @Override
        public Shape outputs(Shape inputs) {
            return inputs;
        }

        /** Scales and shifts; the kept means and variances are not learned. */
        @Override
        public long parameters(Shape inputs) {
            return 2L * features(inputs);
        }
    }

    /** Lays images out in a row, channel by channel; dense layers do the same by themselves. */
    record Flatten() implements LayerSpec {
        @Override
        public Shape outputs(Shape inputs) {
            return new Shape.Row(inputs.values());
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
        public Shape outputs(Shape inputs) {
            return inputs;
        }

        @Override
        public double dropout() {
            return rate;
        }
    }

    /**
     * The last layer: fully connected as {@link Dense} is, with the loss that is minimised.
     *
     * @param encoding how labels are written as targets of this layer; only a loss whose targets may be any numbers takes
     *     another than the usual one
     */
    record Output(
            int units, Activation activation, LossName loss, Initial weights, Initial biases, TargetEncoding encoding)
            implements Weighted {
        public Output {
            Checks.positive("units", units);
            boolean usual = encoding.equals(TargetEncoding.usual(loss, activation.name()));
            if (!usual && (loss.margin() || loss.targets() != LossName.Targets.ANY)) {
                throw new IllegalArgumentException("targets of " + loss.label()
                        + " are fixed: leave targets away, or use" + " a loss such as squared-error.");
            }
        }

        /** Whether its outputs for an example are the probabilities of the classes: softmax, or one unit of sigmoid. */
        public boolean givesProbabilities() {
            return activation.name() == ActivationName.SOFTMAX
                    || (units == 1 && activation.name() == ActivationName.SIGMOID);
        }

        /** An output layer with the targets that are usual for its loss and activation. */
        public Output(int units, Activation activation, LossName loss, Initial weights, Initial biases) {
            this(units, activation, loss, weights, biases, TargetEncoding.usual(loss, activation.name()));
        }
    }
}
