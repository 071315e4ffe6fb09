package nightsweep.driver.cli.console;

import nightsweep.driver.application.RunEnd;
import nightsweep.driver.application.RunFailure;

/** How a command ended, as its caller's shell sees it. */
public enum ExitCode {
    /** Every trial is accounted for and none failed. A stopped or diverged trial is a result, not a failure. */
    DONE(0, "every trial is accounted for and none failed (a stopped or diverged trial is a result)"),
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
    /** Trials were not run though nobody asked to stop: some that were given out, or such as left a damaged outcome. */
    INCOMPLETE(
            10,
            "the run ended with trials that were not run, though nobody asked it to stop; the same command goes on. Of"
                    + " report: an outcome is damaged, and its trial counts as not run"),
    /** What was made anew is not what the run has. */
    DIFFERENT(11, "verify, replay: figures or decisions that were made anew differ from those of the run");

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

    /** Of a run that ended so. */
    public static ExitCode of(RunEnd end) {
        return switch (end) {
            case NONE_FAILED -> DONE;
            case SOME_FAILED -> SOME_FAILED;
            case ALL_FAILED -> ALL_FAILED;
            case INTERRUPTED -> INTERRUPTED;
            case STOPPED_EARLY -> STOPPED_EARLY;
            case INCOMPLETE -> INCOMPLETE;
        };
    }

    /** Of a command that something stands in the way of. */
    public static ExitCode of(RunFailure.Kind kind) {
        return switch (kind) {
            case REQUEST -> USAGE;
            case SWEEP -> BAD_SWEEP;
            case RUN_DIRECTORY -> BAD_RUN_DIRECTORY;
            case CLUSTER -> BAD_CLUSTER;
        };
    }
}
