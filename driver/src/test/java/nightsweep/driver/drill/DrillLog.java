package nightsweep.driver.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the log of a run, to which each of its drivers adds, tells of the epochs that were trained. */
final class DrillLog {
    private static final Pattern EPOCH = Pattern.compile("\\[(t-[0-9a-f]+)] Training: EpochMetrics\\[epoch=(\\d+),");
    private static final Pattern BEGUN = Pattern.compile("\\[t-[0-9a-f]+] TrialRunner: Engine: ");
    private static final Pattern RESUMED =
            Pattern.compile("\\[t-[0-9a-f]+] Checkpointer: The trial goes on from epoch ");

    private final Path file;

    /** @param file which need not be there yet */
    DrillLog(Path file) {
        this.file = file;
    }

    /** How often an epoch of any trial was finished. */
    int epochs() throws IOException {
        return finished().size();
    }

    /** How many epochs were finished once more, for each time. */
    int repeated() throws IOException {
        List<String> finished = finished();
        return finished.size() - (int) finished.stream().distinct().count();
    }

    /** How often a trial went on from a checkpoint. */
    int resumed() throws IOException {
        return (int) lines().filter(line -> RESUMED.matcher(line).find()).count();
    }

    /** How often a trial began at its first epoch. */
    int begun() throws IOException {
        return (int) lines().filter(line -> BEGUN.matcher(line).find()).count() - resumed();
    }

    /** Trial and number of each epoch. */
    private List<String> finished() throws IOException {
        return lines().flatMap(line -> EPOCH.matcher(line).results())
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
    }

    private Stream<String> lines() throws IOException {
        return Files.exists(file) ? Files.readString(file).lines() : Stream.of();
    }
}
