package nightsweep.worker.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.evaluation.TableFile;
import nightsweep.worker.storage.Durability;
import nightsweep.worker.storage.WholeFiles;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The folders {@code trials/<id>/} of a run, with what people read of some trials. But for saved models, everything in
 * them is made from what the trials left, and can be made again. Any number of threads may use it.
 */
public final class TrialFolders {
    private static final String MODEL = "model.zip";

    private final Path trials;
    private final WholeFiles files;

    /**
     * @param run the run directory
     * @throws IOException if its file system cannot be reached
     */
    public TrialFolders(Path run, Configuration hadoop) throws IOException {
        this(run, new WholeFiles(run, hadoop));
    }

    /**
     * @param run the run directory
     * @param files of its file system
     */
    public TrialFolders(Path run, WholeFiles files) {
        this.trials = new Path(run, "trials");
        this.files = files;
    }

    /** Where a trial's folder is, if there is one. */
    public Path of(TrialId id) {
        return new Path(trials, id.text());
    }

    /** The ids of trials that have a folder, in one call however many they are. */
    public Set<String> standing() throws IOException {
        return files.names(trials);
    }

    /** Makes the folder of a trial anew: what is there already is not written again, and what is there besides goes. */
    public void make(TrialId id, List<TableFile> content) throws IOException {
        for (TableFile file : content) {
            files.writeIfOther(new Path(of(id), file.name()), file.text());
        }
        keepOnly(id, content.stream().map(TableFile::name).collect(Collectors.toSet()));
    }

    /** Whether a folder was {@linkplain #make made}, and holds more than a saved model. */
    public boolean made(TrialId id) throws IOException {
        return files.names(of(id)).stream().anyMatch(name -> !name.equals(MODEL));
    }

    /** Takes away all that can be made again, and the folder with it where nothing else is there. */
    public void clear(TrialId id) throws IOException {
        keepOnly(id, Set.of());
        if (files.names(of(id)).isEmpty()) {
            boolean ignored = files.fileSystem().delete(of(id), false);
        }
    }

    private void keepOnly(TrialId id, Set<String> names) throws IOException {
        for (String name : files.names(of(id))) {
            if (!names.contains(name) && !name.equals(MODEL)) {
                files.delete(new Path(of(id), name));
            }
        }
    }

    /** Writes a saved model into the folder of a trial: when this returns it is on the disk. */
    public void keepModel(TrialId id, byte[] zip) throws IOException {
        files.write(new Path(of(id), MODEL), zip, Durability.ON_DISK);
    }

    /** The saved model of a trial; empty where there is none. */
    public Optional<byte[]> modelBytes(TrialId id) throws IOException {
        return files.bytes(new Path(of(id), MODEL));
    }

    /** Where the saved model of a trial is; empty where there is none. */
    public Optional<Path> model(TrialId id) throws IOException {
        Path path = new Path(of(id), MODEL);
        return files.fileSystem().exists(path) ? Optional.of(path) : Optional.empty();
    }
}
