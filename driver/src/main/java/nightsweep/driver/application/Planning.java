package nightsweep.driver.application;

import java.util.Optional;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.plan.UnreadableDataException;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.worker.dataset.DataPlaces;
import nightsweep.worker.dataset.load.DatasetLoader;
import org.apache.hadoop.conf.Configuration;

/**
 * From a sweep to its plan: which trials there are, what each costs, and what speaks against it.
 *
 * @param dataHome where named data sets are, as a URI or path; empty for the usual place
 * @param hadoop how file systems are reached
 */
public record Planning(Optional<String> dataHome, Configuration hadoop) {

    /**
     * A plan in which trials that are the same computation are trained once.
     *
     * @param text the sweep file that {@code sweep} was read from
     * @throws RunFailure if its data cannot be read
     */
    public Plan of(Sweep sweep, String text) throws RunFailure {
        try {
            DatasetLoader loader = loader(text);
            return Plan.of(sweep, dataset -> loader.facts(dataset, sweep.seed()));
        } catch (UnreadableDataException e) {
            throw new RunFailure(RunFailure.Kind.SWEEP, e);
        }
    }

    /** As {@link #of}, but every trial is trained by itself. */
    public Plan trainingEach(Sweep sweep, String text) throws RunFailure {
        try {
            DatasetLoader loader = loader(text);
            return Plan.trainingEach(sweep, dataset -> loader.facts(dataset, sweep.seed()));
        } catch (UnreadableDataException e) {
            throw new RunFailure(RunFailure.Kind.SWEEP, e);
        }
    }

    private DatasetLoader loader(String text) {
        return new DatasetLoader(hadoop, new DataPlaces(dataHome, SweepFile.dataFolder(text)));
    }
}
