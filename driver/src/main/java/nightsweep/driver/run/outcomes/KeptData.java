package nightsweep.driver.run.outcomes;

import java.util.Map;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.dataset.Dataset;
import org.jspecify.annotations.Nullable;

/** Whether kept outcomes speak of the data that is there now: two data sets in one table could not be compared. */
public final class KeptData {
    private static final int SHOWN = 12;

    private final String run;
    private final Map<DatasetSpec, Dataset> datasets;
    private @Nullable String change;
    private int changed;

    public KeptData(String run, Map<DatasetSpec, Dataset> datasets) {
        this.run = run;
        this.datasets = datasets;
    }

    /** Compares the data of a kept outcome with that of its trial. */
    public void compare(Trial trial, TrialOutcome kept) {
        Dataset now = datasets.get(trial.dataset());
        String before = kept.provenance().dataChecksum();
        if (now != null && !before.isEmpty() && !before.equals(now.checksum())) {
            changed++;
            if (change == null) {
                change = "data set " + now.name() + ": checksum " + shown(before) + " before (trial " + trial.id()
                        + "), " + shown(now.checksum()) + " now";
            }
        }
    }

    /**
     * Refuses to go on with other data.
     *
     * @throws RunDirectoryException if a kept outcome is of other data
     */
    public void refuseIfChanged() throws RunDirectoryException {
        if (change != null) {
            throw new RunDirectoryException("Cannot go on in " + run + ": the data of " + changed
                    + " trials that ended there has changed since.\n  " + change
                    + "\nBring the data back as it was, or name another folder with --out.");
        }
    }

    private static String shown(String checksum) {
        return checksum.length() <= SHOWN ? checksum : checksum.substring(0, SHOWN) + "...";
    }
}
