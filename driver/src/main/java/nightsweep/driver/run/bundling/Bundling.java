package nightsweep.driver.run.bundling;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightsweep.driver.application.BundleRequest;
import nightsweep.driver.application.Bundled;
import nightsweep.driver.application.Listener;
import nightsweep.driver.application.RunFailure;
import nightsweep.driver.bundle.Bundle;
import nightsweep.driver.bundle.BundleWriter;
import nightsweep.driver.bundle.BundledData;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.run.outcomes.KeptOutcomes;
import nightsweep.driver.run.outcomes.ReadAhead;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.storage.Durability;
import nightsweep.worker.storage.FirstContact;
import nightsweep.worker.storage.WholeFiles;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Puts a run into one file, whole or not at all. The run directory is only read. */
public final class Bundling {
    private final BundleRequest request;
    private final Listener listener;

    public Bundling(BundleRequest request, Listener listener) {
        this.request = request;
        this.listener = listener;
    }

    /**
     * Looks what there is, and writes it.
     *
     * @throws RunFailure if there is no such run, it cannot be read, or the file cannot be written
     */
    public Bundled carryOut() throws RunFailure {
        try {
            RunDirectory directory = RunDirectory.at(request.run(), request.hadoop());
            if (directory.bundle().isPresent()) {
                throw new RunFailure(RunFailure.Kind.REQUEST, directory.label() + " is a bundle already.");
            }
            Sweep sweep = directory.sweep();
            Path out = place();
            Set<BundledData> data = new LinkedHashSet<>();
            int outcomes = look(directory, sweep, data);
            BundledNames names = BundledNames.of(directory, request.networks());
            tellOfGaps(directory, names);
            WholeFiles files = new WholeFiles(out, request.hadoop());
            files.write(out, Durability.ON_DISK, to -> write(to, directory, sweep, names, List.copyOf(data)));
            return new Bundled(
                    "file".equals(out.toUri().getScheme()) ? out.toUri().getPath() : out.toString(),
                    sweep.name(),
                    outcomes,
                    names.names().size() + names.models().size() + 1,
                    files.fileSystem().getFileStatus(out).getLen(),
                    data.stream()
                            .map(one -> one.dataset() + ", checksum " + one.checksum())
                            .toList(),
                    names.leftOut());
        } catch (RunDirectoryException e) {
            throw new RunFailure(RunFailure.Kind.RUN_DIRECTORY, e);
        } catch (IOException e) {
            throw new RunFailure(
                    RunFailure.Kind.RUN_DIRECTORY,
                    "Cannot bundle " + request.run() + " as " + request.out() + ": " + e.getMessage());
        }
    }

    /** Where it goes: a new file, or one in place of an earlier bundle. */
    private Path place() throws IOException, RunFailure {
        Path given = new Path(request.out());
        FirstContact.with(given, request.hadoop());
        FileSystem system = given.getFileSystem(request.hadoop());
        Path path = system.makeQualified(given);
        if (system.exists(path)) {
            FileStatus there = system.getFileStatus(path);
            if (there.isDirectory()) {
                throw new RunFailure(
                        RunFailure.Kind.REQUEST,
                        request.out() + " is a folder. Name a file with --out, such as " + request.out() + "/run.zip.");
            }
            try {
                Bundle ignored = Bundle.open(path, system);
            } catch (IOException e) {
                throw new RunFailure(
                        RunFailure.Kind.REQUEST,
                        request.out() + " is there, and is no bundle that this one could take the place of. Name"
                                + " another file with --out, or delete it.");
            }
        }
        return path;
    }

    /** Reads every outcome for its data; returns how many there are. */
    private int look(RunDirectory directory, Sweep sweep, Set<BundledData> data) throws IOException {
        List<Trial> trials = sweep.trials();
        int[] outcomes = {0};
        ReadAhead.Reader<Trial, Optional<TrialOutcome>> reader =
                KeptOutcomes.withoutLayers(directory, sweep, trials, listener);
        ReadAhead.each(
                trials,
                reader,
                (trial, outcome) -> outcome.ifPresent(one -> {
                    outcomes[0]++;
                    String checksum = one.provenance().dataChecksum();
                    if (!checksum.isEmpty()) {
                        data.add(new BundledData(
                                trial.configuration().dataset().source().label(), checksum));
                    }
                }));
        return outcomes[0];
    }

    private void tellOfGaps(RunDirectory directory, BundledNames names) throws IOException {
        if (directory.atWork().isPresent()) {
            listener.warn("A driver is at work in " + directory.label()
                    + ": the bundle has what has ended so far, and tables and page of an earlier moment.");
        } else if (!names.reported()) {
            listener.warn("There are no tables and no page in " + directory.label()
                    + ": nightsweep report, and then this command again, adds them.");
        }
    }

    private static void write(
            OutputStream out, RunDirectory directory, Sweep sweep, BundledNames names, List<BundledData> data)
            throws IOException {
        BundleWriter writer = new BundleWriter(out, sweep.name());
        // What is gone since belongs to a trial that is run again.
        ReadAhead.each(names.names(), directory::bytes, (name, content) -> {
            if (content.isPresent()) {
                writer.add(name, content.get());
            }
        });
        for (String model : names.models()) {
            Optional<byte[]> content = directory.bytes(model);
            if (content.isPresent()) {
                writer.add(model, content.get());
            }
        }
        writer.finish(data);
    }
}
