package nightsweep.driver.schedule;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.outcome.AttemptHistory;

/**
 * Where a task ran.
 *
 * @param executor what Spark calls the process
 * @param startedMillis since 1970
 */
public record Place(String host, String executor, long startedMillis) {

    /** As Spark wants it named where a task should rather run there. */
    public String preference() {
        return "executor_" + host + "_" + executor;
    }

    /** Those at which none of some attempts was made. */
    public static List<Place> without(AttemptHistory history, List<Place> places) {
        List<Place> others = new ArrayList<>(places);
        history.attempts().forEach(attempt -> others.removeIf(place -> place.executor.equals(attempt.executor())));
        return List.copyOf(others);
    }
}
