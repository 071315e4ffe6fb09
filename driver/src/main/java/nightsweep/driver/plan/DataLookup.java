package nightsweep.driver.plan;

import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.worker.dataset.source.DataException;

/** Where the facts about data sets come from. */
@FunctionalInterface
public interface DataLookup {

    /**
     * What is known of a data set.
     *
     * @throws DataException if it cannot be read
     */
    DatasetFacts facts(DatasetSpec dataset) throws DataException;
}
