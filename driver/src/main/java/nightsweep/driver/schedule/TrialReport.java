package nightsweep.driver.schedule;

import java.io.Serializable;
import nightsweep.experiments.outcome.TrialEnd;

/**
 * What the driver is told of a trial that ended; everything else stands in its folder.
 *
 * @param end how it ended
 * @param objective its figure, or NaN where it has none
 * @param loss that decides between equal figures, or NaN
 * @param problem why its outcome could not be written, or empty
 * @param executor what Spark calls the process that it ran in
 * @param aftermath what it left behind
 */
public record TrialReport(
        TrialEnd end, double objective, double loss, String problem, String executor, Aftermath aftermath)
        implements Serializable {

    /** What a trial leaves behind in its process. */
    public enum Aftermath {
        /** Nothing. */
        NONE,
        /** A thread that could not be ended and takes a processor until the process ends. */
        THREAD,
        /** The same, for which the process ends itself in a moment, with all trials in it. */
        HALTING_PROCESS
    }
}
