package nightsweep.experiments.dataset;

import nightsweep.experiments.Named;

/** What is to be told of an example. */
public enum TargetKind implements Named {
    /** One class of several. */
    CLASS("class"),
    /** A number. */
    NUMBER("number");

    private final String label;

    TargetKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
