package nightsweep.driver.schedule.proof;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nightsweep.driver.schedule.proof.Sighting.Seen;
import nightsweep.worker.storage.Durability;
import nightsweep.worker.storage.WholeFiles;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Which executors have shown that they share the run directory. As long as none has, nothing is trained; where none can,
 * the run is refused; where some can, the others are told and turned away. Used by one thread.
 */
public final class Proofs {
    private static final Logger LOG = LogManager.getLogger(Proofs.class);

    /** File systems of networks show a new file late. */
    private static final int LOOKS = 3;

    /** For others to show that they share it, once one has shown that it does not. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final WholeFiles files;
    private final RunSight sight;
    private final String label;
    private final String driverHost;
    private final Consumer<String> told;
    private final Consumer<String> turnAway;
    private final Set<String> proved = new LinkedHashSet<>();
    private final Map<String, Integer> missed = new LinkedHashMap<>();
    private final Map<String, String> troubles = new LinkedHashMap<>();
    private final Set<String> turnedAway = new LinkedHashSet<>();
    private long firstTroubleNanos;

    /**
     * @param label the run directory's name, for messages
     * @param told hears of executors that are turned away, in sentences
     * @param turnAway does it
     */
    public Proofs(
            WholeFiles files,
            RunSight sight,
            String label,
            String driverHost,
            Consumer<String> told,
            Consumer<String> turnAway) {
        this.files = files;
        this.sight = sight;
        this.label = label;
        this.driverHost = driverHost;
        this.told = told;
        this.turnAway = turnAway;
    }

    /** Writes the driver's word, before anybody looks for it. */
    public void begin() throws IOException {
        files.write(sight.driverFile(), sight.word(), Durability.WHOLE);
    }

    /**
     * Takes note of what an executor saw. Its trial is to be handed out again.
     *
     * @param executors that there are
     * @throws UnsharedRunDirectoryException if none shares the run directory
     */
    public void hear(Sighting sighting, int executors, long nanoTime) throws UnsharedRunDirectoryException {
        String executor = sighting.executor();
        if (proved.contains(executor)) {
            return;
        }
        if (sighting.seen() == Seen.WROTE && seen(sighting)) {
            proved.add(executor);
            troubles.remove(executor);
        } else if (sighting.seen() != Seen.WROTE || missed.merge(executor, 1, Integer::sum) >= LOOKS) {
            if (troubles.isEmpty()) {
                firstTroubleNanos = nanoTime;
            }
            troubles.put(executor, sighting.trouble());
        }
        if (!proved.isEmpty()) {
            troubles.forEach(this::turnAway);
        } else if (!troubles.isEmpty()
                && (troubles.size() >= executors || nanoTime - firstTroubleNanos > PATIENCE.toNanos())) {
            throw refusal();
        }
    }

    /** Takes away what was written for it. */
    public void end() {
        try {
            boolean ignored = files.fileSystem().delete(sight.folder(), true);
        } catch (IOException e) {
            LOG.warn("Cannot delete {}.", sight.folder(), e);
        }
    }

    /** Whether the driver sees an executor's file, which it takes away as its answer. */
    private boolean seen(Sighting sighting) {
        try {
            if (!files.read(sight.file(sighting.detail())).equals(Optional.of(sight.word()))) {
                return false;
            }
            files.delete(sight.file(sighting.detail()));
            return true;
        } catch (IOException e) {
            LOG.warn("Cannot see what executor {} wrote.", sighting.executor(), e);
            return false;
        }
    }

    private void turnAway(String executor, String trouble) {
        if (turnedAway.add(executor)) {
            told.accept(trouble.substring(0, 1).toUpperCase(Locale.ROOT) + trouble.substring(1) + ": " + label
                    + " (driver: host " + driverHost + "). It gets no trials; the others go on.");
            turnAway.accept(executor);
        }
    }

    private UnsharedRunDirectoryException refusal() {
        List<String> all = new ArrayList<>(troubles.values());
        return new UnsharedRunDirectoryException("Cannot run in " + label + ": " + String.join("; ", all)
                + " (driver: host " + driverHost
                + "). Nothing was trained. Give --out a place that every machine sees and"
                + " may write to, such as hdfs:///…, s3a://… or a folder that is mounted on all of them.");
    }
}
