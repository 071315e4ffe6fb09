package nightsweep.driver.schedule.task;

import java.time.InstantSource;
import nightsweep.worker.TrialRunner;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.provenance.Origin;
import org.jspecify.annotations.Nullable;

/** What all slots of an executor's process share. */
public final class TrainingProcess {
    private static final ProcessLock QUARTERS = new ProcessLock();
    private static @Nullable TrialRunner runner;

    private TrainingProcess() {}

    /** Runs trials in this process. */
    static synchronized TrialRunner runner(String sparkVersion) {
        if (runner == null) {
            Origin origin = Origin.here(sparkVersion);
            runner = new TrialRunner(Engines.standard(), origin, InstantSource.system());
        }
        return runner;
    }

    /** Has another run the trials of this process from now on, so that tests can bring faults about. */
    public static synchronized void trainWith(TrialRunner other) {
        runner = other;
    }

    static ProcessLock processLock() {
        return QUARTERS;
    }
}
