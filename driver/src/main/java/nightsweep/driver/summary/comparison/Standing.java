package nightsweep.driver.summary.comparison;

import nightsweep.experiments.Named;

/** How a configuration stands against the best one. */
public enum Standing implements Named {
    /** None has a better mean. */
    BEST("best"),
    /** Identical to the best in every figure. */
    SAME_COMPUTATION("same computation"),
    /** Chance between repeats could explain that it is not the best. */
    NOT_DISTINGUISHABLE("not distinguishable"),
    /** Worse by more than chance between repeats explains. */
    WORSE("worse"),
    /**
     * Better than the best by more than chance explains over the repeats that both completed: the best owes its mean to
     * repeats that this one lacks.
     */
    AHEAD("ahead in pairs"),
    /** Behind the finalists, and so trained once only. */
    NO_FINALIST("no finalist"),
    /** Fewer than three repeats that both completed. */
    TOO_FEW_REPEATS("too few repeats");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
