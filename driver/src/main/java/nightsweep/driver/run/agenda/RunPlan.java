package nightsweep.driver.run.agenda;

import java.util.Map;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.plan.PlannedTrial;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/** The plan of a run, to which a search that learns adds while the run lasts, and finalists do. Any thread may ask for it; one adds. */
public final class RunPlan {
    private volatile Plan plan;

    public RunPlan(Plan plan) {
        this.plan = plan;
    }

    /** As it is now. */
    public Plan now() {
        return plan;
    }

    /** The sweep as it is now. */
    public Sweep sweep() {
        return plan.sweep();
    }

    /** What is planned for a trial. */
    PlannedTrial of(Trial trial) {
        return plan.of(trial);
    }

    /**
     * Adds the repeats that finalists were granted.
     *
     * @param granted how many, by the number of the configuration
     */
    void grant(Map<Integer, Integer> granted) {
        plan = plan.grown(plan.sweep().granting(granted));
    }

    /** Adds the next configuration; returns whether it was not there yet. */
    boolean add(Configuration configuration) {
        if (configuration.number() <= plan.sweep().configurations().size()) {
            return false;
        }
        plan = plan.grown(plan.sweep().and(configuration));
        return true;
    }
}
