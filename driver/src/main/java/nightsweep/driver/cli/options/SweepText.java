package nightsweep.driver.cli.options;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.experiments.catalog.Catalog;
import nightsweep.experiments.catalog.CatalogEntry;
import nightsweep.experiments.yaml.Suggestion;
import nightsweep.worker.storage.FirstContact;
import org.apache.hadoop.fs.FSDataInputStream;

/**
 * The text of a sweep, wherever it stands.
 *
 * @param name for messages: the path or URI, or the name in the catalog
 */
public record SweepText(String name, String text) {
    private static final int MOST_BYTES = 1 << 25;

    /**
     * Finds a sweep.
     *
     * @param place a path, a URI of any Hadoop file system, or a name of the catalog
     * @throws CommandFailure if it is none of these, or cannot be read
     */
    static SweepText at(String place, ProcessEnvironment environment) throws CommandFailure {
        try {
            if (ProcessEnvironment.hasScheme(place)) {
                return new SweepText(place, decode(remote(place, environment)));
            }
            Optional<Path> local = local(place, environment);
            if (local.isPresent()) {
                return new SweepText(place, decode(bounded(local.get())));
            }
        } catch (FileNotFoundException e) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, "There is no sweep file " + place + ".");
        } catch (CharacterCodingException e) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, "Cannot read sweep " + place + ": it is not text in UTF-8.");
        } catch (AccessDeniedException e) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, "Cannot read sweep " + place + ": permission denied.");
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.BAD_SWEEP, "Cannot read sweep " + place + ": " + e.getMessage());
        }
        return Catalog.find(place)
                .map(entry -> new SweepText(entry.fileName(), entry.text()))
                .orElseThrow(() -> missing(place));
    }

    /**
     * The sweep of a run.
     *
     * @param run the run directory, a URI
     * @throws CommandFailure if there is none
     */
    public static SweepText ofRun(String run, ProcessEnvironment environment) throws CommandFailure {
        String place = run + "/sweep.yaml";
        try {
            return new SweepText(place, decode(remote(place, environment)));
        } catch (FileNotFoundException e) {
            throw noRun(run, "There is no run at " + run + ": it has no sweep.yaml.", environment);
        } catch (IOException | IllegalArgumentException e) {
            throw noRun(run, "Cannot read " + place + ": " + e.getMessage(), environment);
        }
    }

    /** A bundle stands in no need of being read, but of being unpacked: those who ask are about to write. */
    private static CommandFailure noRun(String run, String problem, ProcessEnvironment environment) {
        try {
            RunDirectory.at(run, environment.hadoop()).refuseBundle();
            return new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, problem);
        } catch (RunDirectoryException e) {
            return new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, e);
        }
    }

    /** Whatever the place is, a pipe too. */
    private static byte[] bounded(Path place) throws IOException {
        try (InputStream in = Files.newInputStream(place)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            if (bytes.length == MOST_BYTES) {
                throw new IOException("it is larger than any sweep, " + MOST_BYTES + " bytes.");
            }
            return bytes;
        }
    }

    private static CommandFailure missing(String place) {
        List<String> names = Catalog.entries().stream().map(CatalogEntry::name).toList();
        String suggestion = Suggestion.among(names, place);
        return new CommandFailure(
                ExitCode.BAD_SWEEP,
                "There is no sweep " + place + ", neither as a file nor in the catalog. " + suggestion
                        + (suggestion.startsWith("Maybe") ? " See nightsweep catalog." : ""));
    }

    private static byte[] remote(String uri, ProcessEnvironment environment) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(uri);
        FirstContact.with(path, environment.hadoop());
        try (FSDataInputStream in = path.getFileSystem(environment.hadoop()).open(path)) {
            return in.readAllBytes();
        }
    }

    /** The file of that path; a folder may share its name with a sweep of the catalog. */
    private static Optional<Path> local(String place, ProcessEnvironment environment) {
        try {
            Path path = environment.folder().resolve(place);
            return Files.exists(path) && !Files.isDirectory(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
