package nightsweep.experiments.review;

import nightsweep.experiments.Named;

/** How much is wrong with a configuration. */
public enum Severity implements Named {
    /** It cannot be trained. */
    INVALID("invalid"),
    /** It can be trained, but teaches little or is probably a mistake. */
    DOUBTFUL("doubtful");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
