package nightsweep.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** What stands in a run directory while its run lasts, on any file system. */
record RunFiles(FileSystem files, Path run) {
    /** Those of a folder of this machine. */
    static RunFiles of(java.nio.file.Path run) throws IOException {
        return new RunFiles(FileSystem.getLocal(new Configuration(false)), new Path(run.toUri()));
    }

    /** How many trials have ended so far. */
    long ended() throws IOException {
        return names("journal/*/t-*.json").size();
    }

    /** The trials that could go on from a checkpoint. */
    Set<String> checkpoints() throws IOException {
        return names("checkpoints/t-*.bin");
    }

    /** Waits until so many have ended and others have a checkpoint, and returns these. */
    Set<String> awaitCheckpoints(int ended, LeashedProcess driver) throws InterruptedException {
        Set<String> found = new TreeSet<>();
        Patience.until(ended + " trials and a checkpoint of others", driver::said, () -> {
            if (!driver.alive()) {
                throw new AssertionError("The run has ended before it could be disturbed. " + driver.said());
            }
            found.clear();
            found.addAll(checkpoints());
            return !found.isEmpty() && ended() >= ended;
        });
        return found;
    }

    /** Fails where one of these trials, which had a checkpoint, began anew: its epochs were then trained once more. */
    static void assertGoneOn(java.nio.file.Path run, Set<String> trials) throws IOException {
        List<String> lines = Files.readAllLines(run.resolve("timings.csv"));
        List<String> columns = List.of(lines.get(0).split(",", -1));
        List<List<String>> begunAnew = lines.stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .filter(row -> trials.contains(row.get(columns.indexOf("id"))))
                .filter(row -> row.get(columns.indexOf("resumed-epochs")).equals("0"))
                .filter(row -> !row.get(columns.indexOf("repeated-epochs")).equals("0"))
                .toList();
        assertThat(begunAnew).as("columns %s", columns).isEmpty();
    }

    /** Names of files without what follows the dot. */
    private Set<String> names(String pattern) throws IOException {
        Set<String> names = new TreeSet<>();
        FileStatus[] found = files.globStatus(new Path(run, pattern));
        for (FileStatus file : found == null ? new FileStatus[0] : found) {
            names.add(file.getPath().getName().replaceFirst("\\..*", ""));
        }
        return names;
    }
}
