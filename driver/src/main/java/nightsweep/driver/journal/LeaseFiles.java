package nightsweep.driver.journal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nightsweep.experiments.json.ProgressFile;
import nightsweep.experiments.progress.Holder;
import nightsweep.worker.storage.Durability;
import nightsweep.worker.storage.WholeFiles;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The folder {@code .lease} of a run directory: a file for each taking of the lease, numbered on from 1, such as
 * {@code 7.json}, or {@code 7.done} when it was given back. The highest number tells who holds it. Each number is given
 * once, because the highest is never deleted.
 */
final class LeaseFiles {
    private static final String HELD = ".json";
    private static final String DONE = ".done";
    private static final Pattern NAME = Pattern.compile("([1-9][0-9]{0,8})(\\" + HELD + "|\\" + DONE + ")");

    private final Path folder;
    private final WholeFiles files;

    LeaseFiles(Path run, WholeFiles files) {
        this.folder = new Path(run, ".lease");
        this.files = files;
    }

    /**
     * One taking of the lease.
     *
     * @param renewedMillis when it was last renewed, by the clock of the file system, which may be any
     */
    record Taking(int number, State state, long renewedMillis) {}

    /** Whether a taking is over. */
    enum State {
        HELD,
        DONE
    }

    /** The last taking; empty where there was none. */
    Optional<Taking> last() throws IOException {
        return takings().stream().max(Comparator.comparingInt(Taking::number).thenComparing(Taking::state));
    }

    /** Who took it; empty where the file is damaged or its writer has not finished it. */
    Optional<Holder> holder(Taking taking) throws IOException {
        return files.read(path(taking.number())).flatMap(ProgressFile::holder);
    }

    /** Takes a number that nobody has, higher than any; returns whether it was this call that got it. */
    boolean take(int number, Holder holder) throws IOException {
        return files.create(path(number), ProgressFile.write(holder));
    }

    /** Whether of several that {@link #take} a number at a time at most one hears that it has it. */
    boolean takenByOne() {
        return files.createsOnce();
    }

    /** Says that a taking still stands, also where the disk is full. */
    void renew(int number, Holder holder) throws IOException {
        try {
            files.write(path(number), ProgressFile.write(holder), Durability.WHOLE);
        } catch (IOException e) {
            files.touch(path(number));
        }
    }

    /** Gives a taking back, also where the disk is full. */
    void giveBack(int number) throws IOException {
        boolean ignored = files.rename(path(number), number + DONE);
    }

    /** Deletes all takings before one. */
    void forgetBefore(int number) throws IOException {
        for (Taking taking : takings()) {
            if (taking.number() < number) {
                files.delete(new Path(folder, taking.number() + (taking.state() == State.DONE ? DONE : HELD)));
            }
        }
    }

    private List<Taking> takings() throws IOException {
        try {
            return Stream.of(files.fileSystem().listStatus(folder))
                    .flatMap(LeaseFiles::taking)
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    private static Stream<Taking> taking(FileStatus status) {
        Matcher name = NAME.matcher(status.getPath().getName());
        return name.matches()
                ? Stream.of(new Taking(
                        Integer.parseInt(name.group(1)),
                        name.group(2).equals(DONE) ? State.DONE : State.HELD,
                        status.getModificationTime()))
                : Stream.empty();
    }

    private Path path(int number) {
        return new Path(folder, number + HELD);
    }
}
