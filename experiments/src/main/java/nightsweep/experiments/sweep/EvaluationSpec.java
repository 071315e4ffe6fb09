package nightsweep.experiments.sweep;

import nightsweep.experiments.Named;

/** How a trained network is tested. */
public record EvaluationSpec(Dropout dropout) {

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
