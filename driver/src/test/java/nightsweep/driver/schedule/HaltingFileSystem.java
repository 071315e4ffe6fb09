package nightsweep.driver.schedule;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.SparkEnv;

/**
 * The local file system as {@code halting:/...}: the first executor that has written a trial's outcome ends in that moment. A
 * copy of the outcome then stands beside the run directory, and in it what a trial of more than a second tells while under way.
 */
public final class HaltingFileSystem extends RawLocalFileSystem {
    /** What follows the run directory's name in that of the copy. */
    static final String COPY = "-halted";

    private static final String DRIVER = "driver";

    @Override
    public URI getUri() {
        return URI.create("halting:///");
    }

    @Override
    public String getScheme() {
        return "halting";
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        boolean renamed = super.rename(from, to);
        if (to.getName().matches("t-[0-9a-f]+\\.json")
                && to.getParent().getParent().getName().equals("journal")
                && !SparkEnv.get().executorId().equals(DRIVER)) {
            Path run = to.getParent().getParent().getParent();
            try {
                Files.copy(pathToFile(to).toPath(), pathToFile(run.suffix(COPY)).toPath());
                tellUnderWay(
                        pathToFile(new Path(run, "running/" + to.getName())).toPath());
                Runtime.getRuntime().halt(1);
            } catch (FileAlreadyExistsException e) {
                // It was another's turn.
                return renamed;
            }
        }
        return renamed;
    }

    private static void tellUnderWay(java.nio.file.Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{}");
    }
}
