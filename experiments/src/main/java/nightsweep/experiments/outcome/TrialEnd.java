package nightsweep.experiments.outcome;

import java.util.Arrays;
import java.util.Optional;
import nightsweep.experiments.Named;

/** The ways in which a trial can end. */
public enum TrialEnd implements Named {
    /** Trained to the last epoch. */
    COMPLETED("completed"),
    /** Trained up to an epoch at which others were better, and no further. */
    STOPPED("stopped"),
    /** Its loss ceased to be finite. */
    DIVERGED("diverged"),
    /** It could not be trained or tested. */
    FAILED("failed");

    private final String label;

    TrialEnd(String label) {
        this.label = label;
    }

    /** The one of that label; empty where there is none. */
    public static Optional<TrialEnd> of(String label) {
        return Arrays.stream(values()).filter(end -> end.label.equals(label)).findFirst();
    }

    @Override
    public String label() {
        return label;
    }
}
