package nightsweep.experiments.network;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.Checks;
import nightsweep.experiments.Named;

/** Where the weights or the biases of a layer start. */
public sealed interface Initial {

    /** All the same value. */
    record Constant(double value) implements Initial {
        public Constant {
            Checks.finite("value", value);
        }
    }

    /** Evenly from [low, high). */
    record Uniform(double low, double high) implements Initial {
        public Uniform {
            Checks.finite("low", low);
            Checks.finite("high", high);
            if (low >= high) {
                throw new IllegalArgumentException("low must be below high, but got " + low + " and " + high + ".");
            }
        }
    }

    /** Gaussian. */
    record Normal(double mean, double deviation) implements Initial {
        public Normal {
            Checks.finite("mean", mean);
            Checks.positive("deviation", deviation);
        }
    }

    /** Gaussian, drawn again while further than two deviations from the mean. */
    record TruncatedNormal(double mean, double deviation) implements Initial {
        public TruncatedNormal {
            Checks.finite("mean", mean);
            Checks.positive("deviation", deviation);
        }
    }

    /** The exponential of a Gaussian. */
    record LogNormal(double mean, double deviation) implements Initial {
        public LogNormal {
            Checks.finite("mean", mean);
            Checks.positive("deviation", deviation);
        }
    }

    /** A random matrix with orthonormal rows or columns, times {@code gain} (Saxe et al. 2014); weights only. */
    record Orthogonal(double gain) implements Initial {
        public Orthogonal {
            Checks.positive("gain", gain);
        }
    }

    /** Ones on the diagonal, zeros elsewhere; weights only. */
    record Identity() implements Initial {}

    /**
     * Given number by number.
     *
     * @param rows of weights one an input, each with a value a unit; of biases one row
     */
    record Values(List<List<Double>> rows) implements Initial {
        public Values {
            rows = rows.stream().map(List::copyOf).toList();
            if (rows.isEmpty() || rows.get(0).isEmpty()) {
                throw new IllegalArgumentException("values needs at least one number.");
            }
            int columns = rows.get(0).size();
            if (rows.stream().anyMatch(row -> row.size() != columns)) {
                throw new IllegalArgumentException("values must have rows of equal length, one number a unit.");
            }
            rows.forEach(row -> row.forEach(value -> Checks.finite("values", value)));
        }

        /** Numbers a row. */
        public int columns() {
            return rows.get(0).size();
        }

        private Optional<String> objectionToWeights(int inputs, int units) {
            return rows.size() == inputs && columns() == units
                    ? Optional.empty()
                    : Optional.of("The initial weights have " + rows.size() + " rows of " + columns()
                            + " values, but the layer needs " + inputs + " rows, one an input, of " + units
                            + ", one a unit.");
        }

        private Optional<String> objectionToBiases(int units) {
            return rows.size() == 1 && columns() == units
                    ? Optional.empty()
                    : Optional.of("The initial biases are " + columns() + " values, but the layer has " + units
                            + (units == 1 ? " unit." : " units."));
        }
    }

    /** There are none: nothing is added, and no optimizer moves it; biases only. */
    record None() implements Initial {}

    /** Why {@code weights} cannot be the start of a layer of these sizes, in a sentence; empty where they can. */
    static Optional<String> objectionToWeights(Initial weights, int inputs, int units) {
        return weights instanceof Values values ? values.objectionToWeights(inputs, units) : Optional.empty();
    }

    /** Why {@code biases} cannot be the start of a layer of {@code units}, in a sentence; empty where they can. */
    static Optional<String> objectionToBiases(Initial biases, int units) {
        return biases instanceof Values values ? values.objectionToBiases(units) : Optional.empty();
    }

    /** Random with a spread that depends on the width of the layer and of its input. */
    record Scaled(Scale scale) implements Initial {}

    /** Spreads that depend on fan-in, the width of the layer's input, and fan-out, its own width. */
    enum Scale implements Named {
        /** Gaussian with variance 2 / (fan-in + fan-out) (Glorot and Bengio 2010). */
        XAVIER("xavier"),
        /** Uniform within sqrt(6 / (fan-in + fan-out)) (Glorot and Bengio 2010, equation 16). */
        XAVIER_UNIFORM("xavier-uniform"),
        /** Gaussian with variance 1 / fan-in. */
        XAVIER_FAN_IN("xavier-fan-in"),
        /** Gaussian with variance 1 / (fan-in + fan-out). */
        XAVIER_LEGACY("xavier-legacy"),
        /** Gaussian with variance 2 / fan-in (He et al. 2015, equation 10). */
        HE("he"),
        /** Uniform within sqrt(6 / fan-in). */
        HE_UNIFORM("he-uniform"),
        /** Gaussian with variance 1 / fan-in (LeCun et al. 1998). */
        LECUN("lecun"),
        /** Uniform within sqrt(3 / fan-in). */
        LECUN_UNIFORM("lecun-uniform"),
        /** Uniform within 1 / sqrt(fan-in): PyTorch's default for linear layers, weights and biases. */
        FAN_IN_UNIFORM("fan-in-uniform"),
        /** Uniform within 4 sqrt(6 / (fan-in + fan-out)), for sigmoid units. */
        SIGMOID_UNIFORM("sigmoid-uniform"),
        /** Truncated Gaussian with variance 1 / fan-in. */
        VARIANCE_FAN_IN("variance-fan-in"),
        /** Truncated Gaussian with variance 1 / fan-out. */
        VARIANCE_FAN_OUT("variance-fan-out"),
        /** Truncated Gaussian with variance 2 / (fan-in + fan-out). */
        VARIANCE_FAN_AVERAGE("variance-fan-average"),
        /** Uniform within sqrt(3 / fan-in). */
        VARIANCE_UNIFORM_FAN_IN("variance-uniform-fan-in"),
        /** Uniform within sqrt(3 / fan-out). */
        VARIANCE_UNIFORM_FAN_OUT("variance-uniform-fan-out"),
        /** Uniform within sqrt(6 / (fan-in + fan-out)). */
        VARIANCE_UNIFORM_FAN_AVERAGE("variance-uniform-fan-average");

        private final String label;

        Scale(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
