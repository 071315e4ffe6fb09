package nightsweep.experiments.sweep;

import nightsweep.experiments.Named;

/** How a network is tested, and what is looked at after each epoch. */
public record EvaluationSpec(Dropout dropout, Histograms histograms) {

    /** Without histograms. */
    public EvaluationSpec(Dropout dropout) {
        this(dropout, Histograms.NONE);
    }

    /** Of what it is kept after each epoch how it is spread. */
    public enum Histograms implements Named {
        NONE("none"),
        /** The weights of each layer. */
        WEIGHTS("weights");

        private final String label;

        Histograms(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Whether dropout goes on while testing. */
    public enum Dropout implements Named {
        /** It is switched off, as it should be. */
        WITHOUT("without"),
        /** Tested once without and once with it, to compare with experiments that forgot to switch it off. */
        BOTH("both");

        private final String label;

        Dropout(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
