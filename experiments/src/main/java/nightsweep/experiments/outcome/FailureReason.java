package nightsweep.experiments.outcome;

import nightsweep.experiments.Named;

/** Why a trial could not be trained or tested. */
public enum FailureReason implements Named {
    /** The network, its loss and the data do not fit each other. */
    INVALID_CONFIGURATION("invalid configuration"),
    /** The heap or native memory ran out. */
    OUT_OF_MEMORY("out of memory"),
    /** It ran longer than allowed. */
    TIMED_OUT("timed out"),
    /** The process that trained it died, each time that it was tried. */
    EXECUTOR_LOST("executor lost"),
    /** Its data set could not be read. */
    DATA_UNREADABLE("data unreadable"),
    /** Anything else: a defect. */
    INTERNAL_ERROR("internal error");

    private final String label;

    FailureReason(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
