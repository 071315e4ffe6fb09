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
    FUSED("fused");

    private final String label;

    EngineChoice(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
