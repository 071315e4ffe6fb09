package nightsweep.driver.schedule.task;

import java.io.Serializable;
import nightsweep.driver.schedule.TrialReport;
import nightsweep.driver.schedule.proof.Sighting;

/** What a task comes back with. */
public sealed interface TaskWord extends Serializable {

    /** Its trial ended. */
    record Ended(TrialReport report) implements TaskWord {}

    /** Nothing was trained: it is not known yet whether this process shares the run directory with the driver. */
    record Unproved(Sighting sighting) implements TaskWord {}

    /** Nothing was trained: Spark has lost this task before, and the driver decides what is next. */
    record Again() implements TaskWord {}
}
