package nightsweep.driver.schedule;

import java.util.Properties;
import nightsweep.driver.schedule.Turn.Traces;
import nightsweep.experiments.outcome.AttemptHistory;
import org.apache.spark.TaskContext;

/**
 * What a task is told.
 *
 * @param trial its number in the plan, from 1
 * @param traces whether the run directory may hold anything of it
 * @param dataset which of the shipped data sets it trains on, from 0
 * @param history of attempts of this run that came to nothing
 */
record Assignment(int trial, Traces traces, int dataset, AttemptHistory history) {
    private static final String TRIAL = "nightsweep.trial";
    private static final String TRACES = "nightsweep.traces";
    private static final String DATASET = "nightsweep.dataset";

    /** What the properties of a task's job say. */
    static Assignment of(TaskContext context, AttemptHistory history) {
        return new Assignment(
                Integer.parseInt(context.getLocalProperty(TRIAL)),
                Traces.valueOf(context.getLocalProperty(TRACES)),
                Integer.parseInt(context.getLocalProperty(DATASET)),
                history);
    }

    /** Tells the tasks of a job, but for the history. */
    void into(Properties job) {
        job.setProperty(TRIAL, Integer.toString(trial));
        job.setProperty(TRACES, traces.name());
        job.setProperty(DATASET, Integer.toString(dataset));
    }
}
