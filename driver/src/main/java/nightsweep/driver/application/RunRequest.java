package nightsweep.driver.application;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.cluster.Master;
import nightsweep.driver.plan.Plan;
import nightsweep.experiments.outcome.FailureReason;
import org.apache.hadoop.conf.Configuration;

/**
 * What {@code run} is asked to do.
 *
 * @param text the sweep file that the plan's sweep was read from, settings applied
 * @param out the run directory, a URI with a scheme
 * @param master what is trained on
 * @param dataHome where named data sets are, as a URI or path; empty where the user said nothing
 * @param statusInterval between two status lines
 * @param limits when it gives up
 * @param again reasons for which trials that failed in earlier commands are run again
 * @param saveModels which trained networks are kept
 * @param hadoop how file systems are reached, with what spark-submit was told of them
 */
public record RunRequest(
        String text,
        Plan plan,
        String out,
        Master master,
        Optional<String> dataHome,
        Duration statusInterval,
        Limits limits,
        List<FailureReason> again,
        SaveModels saveModels,
        Configuration hadoop) {
    public RunRequest {
        again = List.copyOf(again);
    }

    /** The same with another plan. */
    public RunRequest with(Plan other) {
        return new RunRequest(text, other, out, master, dataHome, statusInterval, limits, again, saveModels, hadoop);
    }

    /** With nothing but what must be said: named data in the usual place, a status each minute, the best model kept. */
    public static RunRequest usual(String text, Plan plan, String out, Master master, Configuration hadoop) {
        return new RunRequest(
                text,
                plan,
                out,
                master,
                Optional.empty(),
                Duration.ofMinutes(1),
                Limits.USUAL,
                List.of(),
                SaveModels.BEST,
                hadoop);
    }
}
