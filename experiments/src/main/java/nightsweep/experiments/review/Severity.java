package nightsweep.experiments.review;

import nightsweep.experiments.Named;

/** How much is wrong with a configuration, the worst first. */
public enum Severity implements Named {
    /** It cannot be trained. */
    INVALID("invalid"),
    /** It can be trained, but teaches little or is probably a mistake. */
    DOUBTFUL("doubtful"),
    /** It would be doubtful, but the sweep says that it means it. */
    LESSON("lesson");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
