package nightsweep.driver.application;

import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * What {@code refit} is asked to do.
 *
 * @param run the run directory, a URI with a scheme
 * @param configuration its number in the tables, from 1; empty for the best
 * @param out the file that the model is kept in, a URI with a scheme; empty for one in the run directory
 * @param slots that train it side by side
 * @param averagedEvery the steps of each slot from one averaging to the next
 * @param rateTimes what the learning rate is multiplied by where slots train side by side; empty for what is usual
 * @param master a Spark master URL
 * @param dataHome where named data sets are, as a URI or path; empty where the user said nothing
 * @param hadoop how file systems are reached
 */
public record RefitRequest(
        String run,
        Optional<Integer> configuration,
        RefitEpochs epochs,
        Optional<String> out,
        int slots,
        int averagedEvery,
        Optional<Double> rateTimes,
        String master,
        Optional<String> dataHome,
        Configuration hadoop) {}
