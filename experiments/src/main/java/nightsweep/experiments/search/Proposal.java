package nightsweep.experiments.search;

import nightsweep.experiments.Named;
import nightsweep.experiments.search.space.Point;

/**
 * A configuration that a search asks for.
 *
 * @param number from 1
 * @param settled how many proposals, from the first on, it was made from the results of
 */
public record Proposal(int number, Point point, Made made, int settled) {
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
