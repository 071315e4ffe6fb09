package nightsweep.driver.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.plan.UnreadableDataException;
import nightsweep.experiments.format.SweepFile;
import nightsweep.experiments.format.SweepFileException;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.worker.dataset.DatasetLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code run} and {@code plan} are told about a sweep. */
final class SweepOptions {
    /** The environment variable that stands in for {@code --data}. */
    static final String DATA_HOME = "NIGHTSWEEP_DATA";

    @Parameters(
            paramLabel = "SWEEP",
            description = "A sweep file, as a path or a URI, or the name of a sweep in the catalog.")
    private String place = "";

    @Option(
            names = "--data",
            paramLabel = "URI",
            description = "Where folders of data are, such as mnist. Default: environment variable NIGHTSWEEP_DATA.")
    private @Nullable String data;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a value of the sweep, such as training.epochs=2. Any number of times.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--full", description = "Try the whole grid, whatever only and exclude say.")
    private boolean full;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark's master, such as local[4] or yarn. Default: spark-submit's, else local[*].")
    private @Nullable String master;

    /** The sweep as it is to be run, and its plan. */
    record Planned(String text, Plan plan) {}

    Planned plan(Surroundings surroundings) throws CommandFailure {
        SweepText found = SweepText.at(place, surroundings);
        try {
            String whole = full ? SweepFile.fullGrid(found.text(), found.name()) : found.text();
            String text = SweepFile.withSettings(whole, settings, found.name());
            Sweep sweep = SweepFile.parse(text, found.name());
            DatasetLoader loader = new DatasetLoader(surroundings.hadoop(), dataHome(surroundings));
            return new Planned(text, Plan.of(sweep, loader::facts));
        } catch (SweepFileException | UnreadableDataException e) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, e);
        }
    }

    Optional<String> dataHome(Surroundings surroundings) {
        return Optional.ofNullable(data).or(() -> surroundings.variable(DATA_HOME));
    }

    String master(Surroundings surroundings) {
        return Optional.ofNullable(master).orElseGet(surroundings::usualMaster);
    }
}
