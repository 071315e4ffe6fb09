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

    public Clipping {
        Checks.positive("limit", limit);
    }

    /** Over what, and how. */
    public enum Kind implements Named {
        NONE("none"),
        /** Each element into [-limit, limit]. */
        VALUE("value"),
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
    }
}
