package nightsweep.driver.application;

import java.nio.file.Path;
import java.util.List;
import nightsweep.driver.json.BestModel;
import nightsweep.driver.json.RunStatus;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.table.TableFormat;
import org.apache.hadoop.conf.Configuration;

/** What carries out a run and tells of it: the seam between who asks and the cluster. */
public interface Runs {

    /**
     * Begins the run, or goes on with it, and returns when it is over.
     *
     * @throws RunFailure if it cannot be carried out
     */
    RunEnd run(RunRequest request, Listener listener) throws RunFailure;

    /**
     * Writes the tables of a run anew from its outcomes.
     *
     * @param run the run directory, a URI with a scheme
     * @param formats in which every table is written to its folder {@code tables} besides
     * @param wanted trials whose folders are made besides
     * @param hadoop how file systems are reached
     * @throws RunFailure if there is no run, or it cannot be written
     */
    Summary report(String run, List<TableFormat> formats, TrialChoice wanted, Configuration hadoop, Listener listener)
            throws RunFailure;

    /**
     * Writes a run into a file store of MLflow, in place of what was there of this run; its tables must have been written.
     *
     * @param run the run directory, a URI with a scheme
     * @param summary as {@link #report} gave it
     * @param store a folder, which is made where it is not there
     * @param hadoop how file systems are reached
     * @throws RunFailure if there is no run, or the folder cannot be written
     */
    void track(String run, Summary summary, Path store, Configuration hadoop, Listener listener) throws RunFailure;

    /**
     * The best trial of a run; one for each kind of loss where these are ranked by themselves.
     *
     * @param run the run directory, a URI with a scheme
     * @param hadoop how file systems are reached
     * @param listener is warned of damaged files
     * @return empty where nothing was completed
     * @throws RunFailure if there is no run, or it cannot be read
     */
    List<BestModel> best(String run, Configuration hadoop, Listener listener) throws RunFailure;

    /**
     * Finds out where a run stands.
     *
     * @param run the run directory, a URI with a scheme
     * @param hadoop how file systems are reached
     * @param listener is warned of damaged files
     * @throws RunFailure if there is no run, or it cannot be read
     */
    RunStatus status(String run, Configuration hadoop, Listener listener) throws RunFailure;

    /**
     * Sets two runs beside each other.
     *
     * @param first a run directory, a URI with a scheme
     * @param hadoop how file systems are reached
     * @param listener is warned of damaged files
     * @throws RunFailure if one is no run, or cannot be read
     */
    ComparedRuns compare(String first, String second, Configuration hadoop, Listener listener) throws RunFailure;

    /**
     * Trains the best configuration of a run, or another, anew on training and validation examples together, and keeps it
     * as a model.
     *
     * @throws RunFailure if there is no run, its data have changed, or the model cannot be kept
     */
    Refitted refit(RefitRequest request, Listener listener) throws RunFailure;

    /**
     * Trains trials of a run anew in this process, and compares every figure with the run's. Nothing is written.
     *
     * @throws RunFailure if there is no run, it cannot be read, or no such trial of it was completed
     */
    Verified verify(VerifyRequest request, Listener listener) throws RunFailure;

    /**
     * Makes what a run decided again from its outcomes. Nothing is trained, nothing is written.
     *
     * @param run the run directory, a URI with a scheme
     * @param hadoop how file systems are reached
     * @throws RunFailure if there is no run, or it cannot be read
     */
    Replayed replay(String run, Configuration hadoop) throws RunFailure;

    /**
     * Puts a run into one file, which is written whole or not at all; the run directory is only read.
     *
     * @throws RunFailure if there is no run, it cannot be read, or the file cannot be written
     */
    Bundled bundle(BundleRequest request, Listener listener) throws RunFailure;

    /**
     * Begins to look at a run while it goes on; nothing is written.
     *
     * @param run the run directory, a URI with a scheme
     * @param hadoop how file systems are reached
     * @param listener is warned of damaged files
     * @throws RunFailure if there is no run
     */
    WatchedRun watch(String run, Configuration hadoop, Listener listener) throws RunFailure;
}
