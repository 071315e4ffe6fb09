package nightsweep.driver.cli;

import nightsweep.experiments.Checks;

/** How a command ended, as its caller's shell sees it. */
public enum ExitCode {
    /** Every trial is accounted for and none failed. A diverged trial is a result, not a failure. */
    DONE(0, "every trial is accounted for and none failed (a diverged trial is a result)"),
    /** A defect of the product. */
    INTERNAL_ERROR(1, "internal error"),
    /** The command itself is wrong. */
    USAGE(2, "wrong command or option"),
    /** The sweep or its data cannot be read; nothing was written. */
    BAD_SWEEP(3, "the sweep or its data cannot be read; nothing was written"),
    /** Every trial is accounted for and some failed. */
    SOME_FAILED(4, "some trials failed"),
    /** Every trial is accounted for and all failed. */
    ALL_FAILED(5, "all trials failed"),
    /** Stopped before the end; the same command goes on. */
    INTERRUPTED(6, "interrupted; the same command goes on where it stopped"),
    /** The run directory cannot be written, or is another sweep's. */
    BAD_RUN_DIRECTORY(7, "the run directory cannot be used, or holds another sweep"),
    /** The Spark cluster cannot be reached, or ended the run; what has not ended is run by the same command. */
    BAD_CLUSTER(8, "the Spark cluster cannot be reached, or ended the run; the same command goes on"),
    /** Stopped by a limit that the user set; the same command goes on. */
    STOPPED_EARLY(
            9,
            "stopped by --time-budget, --max-failed-trials or --fail-fast with trials left;"
                    + " the same command goes on where it stopped"),
    /** It came to its end with trials that were not run, though nobody asked it to stop. */
    INCOMPLETE(
            10,
            "the run ended with trials that were not run, though nobody asked it to stop; the same command goes on");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** What the shell sees. */
    public int number() {
        return number;
    }

    /** What it means, for help texts. */
    public String meaning() {
        return meaning;
    }

    /**
     * The exit code of a run whose trials are all accounted for.
     *
     * @param trials 1 or more
     * @param failed of them
     */
    public static ExitCode of(int trials, int failed) {
        Checks.positive("trials", trials);
        if (failed < 0 || failed > trials) {
            throw new IllegalArgumentException("failed must be within 0.." + trials + ", but got " + failed + ".");
        }
        if (failed == 0) {
            return DONE;
        }
        return failed == trials ? ALL_FAILED : SOME_FAILED;
    }
}
