package nightsweep.driver.application;

import nightsweep.experiments.Checks;

/** How a run ended. */
public enum RunEnd {
    /** Every trial is accounted for and none failed. A stopped or diverged trial is a result, not a failure. */
    NONE_FAILED,
    /** Every trial is accounted for and some failed. */
    SOME_FAILED,
    /** Every trial is accounted for and all failed. */
    ALL_FAILED,
    /** Somebody asked it to stop, by {@link Listener#interruptible} or by interrupting its thread; the same request goes on. */
    INTERRUPTED,
    /** Stopped by one of its {@link Limits} with trials left; the same request goes on. */
    STOPPED_EARLY,
    /** It came to its end with trials that were not run, though nobody asked it to stop; the same request goes on. */
    INCOMPLETE;

    /**
     * Of a run whose trials are all accounted for.
     *
     * @param trials 1 or more
     * @param failed of them
     */
    public static RunEnd of(int trials, int failed) {
        Checks.positive("trials", trials);
        if (failed < 0 || failed > trials) {
            throw new IllegalArgumentException("failed must be within 0.." + trials + ", but got " + failed + ".");
        }
        if (failed == 0) {
            return NONE_FAILED;
        }
        return failed == trials ? ALL_FAILED : SOME_FAILED;
    }
}
