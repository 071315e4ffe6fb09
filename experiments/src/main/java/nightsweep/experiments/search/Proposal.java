package nightsweep.experiments.search;

import java.util.OptionalInt;
import nightsweep.experiments.Named;
import nightsweep.experiments.search.space.Point;

/**
 * A configuration that a search asks for.
 *
 * @param number from 1
 * @param settled how many proposals, from the first on, it was made from the results of
 * @param epoch after which these were compared, where a model saw figures of one epoch; empty where there is none, or it saw
 *     results at the end of training
 */
public record Proposal(int number, Point point, Made made, int settled, OptionalInt epoch) {
    /** One that no figures of an epoch have a part in. */
    public Proposal(int number, Point point, Made made, int settled) {
        this(number, point, made, settled, OptionalInt.empty());
    }

    /** How a proposal was made. */
    public enum Made implements Named {
        /** It was to be tried first. */
        START("start"),
        /** Without looking at results: by itself, or since there were not enough yet. */
        DRAWN("drawn"),
        /** From a model of the results. */
        MODEL("model");

        private final String label;

        Made(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
