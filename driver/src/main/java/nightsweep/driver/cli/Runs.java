package nightsweep.driver.cli;

import java.util.List;
import nightsweep.driver.table.TableFormat;
import nightsweep.experiments.outcome.BestModel;
import nightsweep.experiments.progress.RunStatus;
import org.apache.hadoop.conf.Configuration;

/** What carries out a run and tells of it: the seam between commands and the cluster. */
public interface Runs {

    /**
     * Begins the run, or goes on with it, and returns when it is over.
     *
     * @throws CommandFailure if it cannot be carried out
     */
    ExitCode run(RunRequest request, Console console) throws CommandFailure;

    /**
     * Writes the tables of a run anew from its outcomes, and shows them.
     *
     * @param run the run directory, a URI with a scheme
     * @param formats in which every table is written to its folder {@code tables} besides
     * @param wanted trials whose folders are made besides
     * @param hadoop how file systems are reached
     * @throws CommandFailure if there is no run, or it cannot be written
     */
    ExitCode report(String run, List<TableFormat> formats, TrialChoice wanted, Configuration hadoop, Console console)
            throws CommandFailure;

    /**
     * The best trial of a run; one for each kind of loss where these are ranked by themselves.
     *
     * @param run the run directory, a URI with a scheme
     * @param hadoop how file systems are reached
     * @param console is warned of damaged files
     * @return empty where nothing was completed
     * @throws CommandFailure if there is no run, or it cannot be read
     */
    List<BestModel> best(String run, Configuration hadoop, Console console) throws CommandFailure;

    /**
     * Finds out where a run stands.
     *
     * @param run the run directory, a URI with a scheme
     * @param hadoop how file systems are reached
     * @param console is warned of damaged files
     * @throws CommandFailure if there is no run, or it cannot be read
     */
    RunStatus status(String run, Configuration hadoop, Console console) throws CommandFailure;

    /**
     * Sets two runs beside each other.
     *
     * @param first a run directory, a URI with a scheme
     * @param hadoop how file systems are reached
     * @param console is warned of damaged files
     * @throws CommandFailure if one is no run, or cannot be read
     */
    ComparedRuns compare(String first, String second, Configuration hadoop, Console console) throws CommandFailure;

    /**
     * Trains the best configuration of a run, or another, anew on training and validation examples together, and keeps it
     * as a model.
     *
     * @throws CommandFailure if there is no run, its data have changed, or the model cannot be kept
     */
    ExitCode refit(RefitRequest request, Console console) throws CommandFailure;
}
