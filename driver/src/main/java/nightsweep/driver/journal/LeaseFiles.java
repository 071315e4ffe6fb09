package nightsweep.driver.journal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nightsweep.experiments.format.ProgressFile;
import nightsweep.experiments.progress.Holder;
import nightsweep.worker.store.Durability;
import nightsweep.worker.store.WholeFiles;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The folder {@code .lease} of a run directory: a file for each taking of the lease, numbered on from 1. The file of the
 * highest number tells who holds it. Each number is given once, because the highest file is never deleted.
 */
final class LeaseFiles {
    private static final String SUFFIX = ".json";

    private final Path folder;
    private final WholeFiles files;

    LeaseFiles(Path run, WholeFiles files) {
        this.folder = new Path(run, ".lease");
        this.files = files;
    }

    /** One taking of the lease, last renewed at {@code renewedMillis} by the clock of the file system. */
    record Taking(int number, long renewedMillis) {}

    /** The last taking; empty where there was none. */
    Optional<Taking> last() throws IOException {
        return takings().stream().max(Comparator.comparingInt(Taking::number));
    }

    /** Who took it; empty where the file is damaged or its writer has not finished it. */
    Optional<Holder> holder(Taking taking) throws IOException {
        return files.read(path(taking.number())).flatMap(ProgressFile::holder);
    }

    /** Takes a number that nobody has; returns whether it was this call that got it. */
    boolean take(int number, Holder holder) throws IOException {
        return files.create(path(number), ProgressFile.write(holder));
    }

    /** Says again, or anew, what a taking is about. */
    void renew(int number, Holder holder, Durability durability) throws IOException {
        files.write(path(number), ProgressFile.write(holder), durability);
    }

    /** Deletes all takings before one. */
    void forgetBefore(int number) throws IOException {
        for (Taking taking : takings()) {
            if (taking.number() < number) {
                files.delete(path(taking.number()));
            }
        }
    }

    /** What the clock of the file system says, which need not be that of this machine. */
    long nowMillis() throws IOException {
        Path probe = new Path(folder, ".clock-" + UUID.randomUUID());
        files.write(probe, "", Durability.WHOLE);
        try {
            return files.fileSystem().getFileStatus(probe).getModificationTime();
        } finally {
            files.delete(probe);
        }
    }

    private List<Taking> takings() throws IOException {
        try {
            return Stream.of(files.fileSystem().listStatus(folder))
                    .filter(status -> status.getPath().getName().matches("[1-9][0-9]{0,8}\\" + SUFFIX))
                    .map(LeaseFiles::taking)
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    private static Taking taking(FileStatus status) {
        String name = status.getPath().getName();
        return new Taking(
                Integer.parseInt(name.substring(0, name.length() - SUFFIX.length())), status.getModificationTime());
    }

    private Path path(int number) {
        return new Path(folder, number + SUFFIX);
    }
}
