package nightsweep.driver.cli.options;

import java.util.Optional;
import java.util.function.Consumer;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import nightsweep.worker.dataset.DataPlaces;
import nightsweep.worker.dataset.file.DataPath;

/**
 * Where relative paths of a sweep's data start: the folder that it is first given in, which its text keeps as
 * {@code data-folder}, so that runs and models find the same data wherever the next command is given.
 */
public final class DataFolder {
    private DataFolder() {}

    /** Where the data of a sweep of this text are. */
    public static DataPlaces places(String text, Optional<String> home) {
        return new DataPlaces(home, SweepFile.dataFolder(text));
    }

    /**
     * A sweep's text with the folder, in full, where the sweep has relative paths.
     *
     * @param name of the text, for messages
     * @param run the run directory that it may have been begun in, a URI
     * @param told hears where paths start, where that is not the folder of the command
     */
    static String settled(
            String text,
            Sweep sweep,
            String name,
            Optional<String> run,
            ProcessEnvironment environment,
            Consumer<String> told)
            throws SweepFileException {
        Optional<String> given = SweepFile.dataFolder(text);
        if (given.isPresent()) {
            return DataPath.isRelative(given.get())
                    ? SweepFile.withDataFolder(text, within(given.get(), environment), name)
                    : text;
        }
        if (sweep.configurations().stream()
                .flatMap(one -> one.dataset().source().locations().stream())
                .noneMatch(DataPath::isRelative)) {
            return text;
        }
        String here = environment.dataFolder();
        String folder = run.flatMap(one -> kept(one, environment)).orElse(here);
        if (!folder.equals(here)) {
            told.accept("Relative paths of data start at " + folder
                    + ", as when the run was begun. For another folder: --set data-folder=FOLDER.");
        }
        return SweepFile.withDataFolder(text, folder, name);
    }

    /** A place that is kept for later, in full. */
    public static String within(String place, ProcessEnvironment environment) {
        return DataPath.isRelative(place) ? environment.dataFolder() + "/" + place : place;
    }

    private static Optional<String> kept(String run, ProcessEnvironment environment) {
        try {
            return SweepFile.dataFolder(SweepText.ofRun(run, environment).text());
        } catch (CommandFailure e) {
            return Optional.empty();
        }
    }
}
