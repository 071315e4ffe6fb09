package nightsweep.driver.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nightsweep.driver.application.Planning;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.plan.Plan;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code run} and {@code plan} are told about a sweep. */
public final class SweepOptions {
    @Parameters(
            paramLabel = "SWEEP",
            description = "A sweep file, as a path or a URI, or the name of a sweep in the catalog.")
    private String place = "";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a value of the sweep, such as training.epochs=2. Any number of times.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--full", description = "Try the whole grid, whatever only and exclude say.")
    private boolean full;

    @Option(
            names = "--quick",
            description = "The short form that the sweep file declares under quick: to see that all works.")
    private boolean quick;

    @Option(
            names = "--train-each",
            description =
                    "Train every trial by itself. Otherwise trials that are the same computation in other words, such as"
                            + " cross-entropy and negative log likelihood, are trained once.")
    private boolean trainEach;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    /** The sweep as it is to be run, and its plan. */
    public record Planned(String text, Plan plan) {}

    /**
     * Plans.
     *
     * @param run the run directory that the sweep may have been begun in, a URI
     * @param told hears what is to be known of where data are
     */
    public Planned plan(ProcessEnvironment environment, Optional<String> run, Consumer<String> told)
            throws CommandFailure, RunFailure {
        SweepText found = SweepText.at(place, environment);
        try {
            String whole = full ? SweepFile.fullGrid(found.text(), found.name()) : found.text();
            String form = quick ? SweepFile.quick(whole, found.name()) : whole;
            String set = SweepFile.withSettings(form, settings, found.name());
            Sweep sweep = SweepFile.parse(set, found.name());
            String text = DataFolder.settled(set, sweep, found.name(), run, environment, told);
            Planning planning = new Planning(cluster.dataHome(environment), environment.hadoop());
            return new Planned(text, trainEach ? planning.trainingEach(sweep, text) : planning.of(sweep, text));
        } catch (SweepFileException e) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, e);
        }
    }

    public ClusterOptions cluster() {
        return cluster;
    }
}
