package nightsweep.experiments.training;

import nightsweep.experiments.Checks;
import nightsweep.experiments.Named;

/**
 * What is done to the gradient of the loss, before penalties are added to it and the optimizer sees it.
 *
 * @param limit the largest value or norm, above 0; without meaning for {@link Kind#NONE} and the two that renormalise
 */
public record Clipping(Kind kind, double limit) {
    public static final Clipping NONE = new Clipping(Kind.NONE, 1);
    private static final double BESIDE_NORM = 1e-6;

    public Clipping {
        Checks.positive("limit", limit);
    }

    /** What the gradient of a network is multiplied by whose norm is {@code norm}: see {@link Kind#GLOBAL_NORM}. */
    public double globalFactor(double norm) {
        return Math.min(1, limit / (norm + BESIDE_NORM));
    }

    /** Over what, and how. */
    public enum Kind implements Named {
        NONE("none"),
        /** Each element into [-limit, limit]. */
        VALUE("value"),
        /**
         * The gradient of the whole network to an L2 norm of about limit at most: where it is longer than that, it is
         * multiplied by {@code limit / (norm + 1e-6)}.
         */
        GLOBAL_NORM("global-norm"),
        /** A layer's gradient, weights and biases together, to an L2 norm of at most limit. */
        LAYER_NORM("layer-norm"),
        /** A layer's weights and its biases, each to an L2 norm of at most limit. */
        PARAMETER_NORM("parameter-norm"),
        /** A layer's gradient to an L2 norm of exactly 1. */
        UNIT_LAYER_NORM("unit-layer-norm"),
        /** A layer's weights and its biases, each to an L2 norm of exactly 1. */
        UNIT_PARAMETER_NORM("unit-parameter-norm");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        /** Whether it takes a limit. */
        public boolean limited() {
            return this == VALUE || this == GLOBAL_NORM || this == LAYER_NORM || this == PARAMETER_NORM;
        }
    }
}
