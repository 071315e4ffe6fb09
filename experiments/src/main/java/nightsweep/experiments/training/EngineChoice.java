package nightsweep.experiments.training;

import nightsweep.experiments.Named;

/**
 * What a sweep file asks to be trained with. Engines agree up to rounding, so that the choice is a part of what decides a
 * trial's figures, and of its id.
 */
public enum EngineChoice implements Named {
    /** The fastest that can train the network. */
    AUTO("auto"),
    /** Deeplearning4j, which can train every network. */
    DL4J("dl4j"),
    /** The engine for stacks of dense, dropout and output layers. */
    FUSED("fused"),
    /** Plain Java in double precision, for stacks of dense, dropout and output layers. */
    DOUBLE("double");

    private final String label;

    EngineChoice(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** What it computes in. */
    public Precision precision() {
        return this == DOUBLE ? Precision.DOUBLE : Precision.SINGLE;
    }

    /** How many digits numbers have. */
    public enum Precision implements Named {
        /** 24 bits, about 7 digits. */
        SINGLE("single", Float.BYTES),
        /** 53 bits, about 16 digits. */
        DOUBLE("double", Double.BYTES);

        private final String label;
        private final int bytes;

        Precision(String label, int bytes) {
            this.label = label;
            this.bytes = bytes;
        }

        /** Bytes a number. */
        public int bytes() {
            return bytes;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
