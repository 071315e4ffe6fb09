package nightsweep.driver.schedule;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.TaskContext;

/**
 * The local file system as {@code breaking:/...}: the first executor that is about to keep the outcome of a trial in the middle
 * of a job of several ends in that moment, without having kept it. Which trial that was stands in a file beside the run directory.
 */
public final class BreakingFileSystem extends RawLocalFileSystem {
    /** What follows the run directory's name in that of the file: the id, its place in the job, and the job's trials. */
    static final String MARK = "-broken";

    /** So many trials share a job soon, but where a machine is slow; then fewer will do. */
    private static final int TOGETHER = 5;

    private static final int FORBEARANCE = 150;
    private static final AtomicInteger KEPT = new AtomicInteger();

    @Override
    public URI getUri() {
        return URI.create("breaking:///");
    }

    @Override
    public String getScheme() {
        return "breaking";
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        TaskContext task = TaskContext.get();
        if (task != null
                && to.getName().matches("t-[0-9a-f]+\\.json")
                && to.getParent().getParent().getName().equals("journal")) {
            int together = task.numPartitions();
            boolean many = together >= (KEPT.incrementAndGet() < FORBEARANCE ? TOGETHER : 2);
            if (many && task.partitionId() == together / 2) {
                breakOff(to, task);
            }
        }
        return super.rename(from, to);
    }

    private void breakOff(Path outcome, TaskContext task) throws IOException {
        Path run = outcome.getParent().getParent().getParent();
        try {
            Files.writeString(
                    pathToFile(run.suffix(MARK)).toPath(),
                    outcome.getName().replace(".json", "") + " " + task.partitionId() + " " + task.numPartitions(),
                    StandardOpenOption.CREATE_NEW);
            Runtime.getRuntime().halt(1);
        } catch (FileAlreadyExistsException e) {
            // It was another's turn.
        }
    }
}
