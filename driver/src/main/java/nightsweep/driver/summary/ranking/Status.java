package nightsweep.driver.summary.ranking;

import nightsweep.experiments.Named;

/** Where a planned trial stands; from what says most about a configuration to what says least. */
public enum Status implements Named {
    COMPLETED("completed"),
    STOPPED("stopped"),
    DIVERGED("diverged"),
    FAILED("failed"),
    /** No outcome yet. */
    NOT_RUN("not run");

    private final String label;

    Status(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
