package nightsweep.driver.schedule.proof;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import nightsweep.driver.schedule.proof.Sighting.Seen;
import nightsweep.worker.storage.Durability;
import nightsweep.worker.storage.WholeFiles;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * How a process shows, before it trains anything, that it and the driver see the same run directory: it reads there the
 * driver's word, writes it into a file of its own, and is proved when the driver has taken that file away.
 *
 * @param run the run directory
 * @param word unlike that of any other run
 */
public record RunSight(String run, String word) implements Serializable {
    private static final String FOLDER = ".proof";
    private static final String DRIVER = "driver";

    /** A process that does not share the directory would else swallow all trials, each in a moment. */
    private static final long BREATH_MILLIS = 1_000;

    private static final long LOOK_MILLIS = 100;

    /** Of this process, for each word. */
    private static final Map<String, Own> OWN = new ConcurrentHashMap<>();

    private static final class Own {
        private final ReentrantLock turn = new ReentrantLock();
        private String file = "";
        private volatile boolean proved;
    }

    /** The driver's file. */
    Path driverFile() {
        return file(DRIVER);
    }

    /** A file by its name. */
    Path file(String name) {
        return new Path(folder(), name);
    }

    /** Where all of them are. */
    Path folder() {
        return new Path(run, FOLDER);
    }

    /**
     * What this process has seen so far; empty where it is proved.
     *
     * @param executor what Spark calls it
     */
    public Optional<Sighting> look(Configuration hadoop, String executor, String host) throws InterruptedException {
        Own own = OWN.computeIfAbsent(word, unseen -> new Own());
        if (own.proved) {
            return Optional.empty();
        }
        own.turn.lockInterruptibly();
        try {
            if (own.proved) {
                return Optional.empty();
            }
            Sighting seen =
                    own.file.isEmpty() ? first(own, hadoop, executor, host) : again(own, hadoop, executor, host);
            return own.proved ? Optional.empty() : Optional.of(seen);
        } finally {
            own.turn.unlock();
        }
    }

    private Sighting first(Own own, Configuration hadoop, String executor, String host) throws InterruptedException {
        Seen seen = Seen.NOTHING;
        try {
            WholeFiles files = new WholeFiles(new Path(run), hadoop);
            if (!files.read(driverFile()).equals(Optional.of(word))) {
                Thread.sleep(BREATH_MILLIS);
                return new Sighting(executor, host, seen, "");
            }
            seen = Seen.READ;
            String name = executor + "-" + UUID.randomUUID();
            files.write(file(name), word, Durability.WHOLE);
            own.file = name;
            return new Sighting(executor, host, Seen.WROTE, name);
        } catch (IOException | RuntimeException e) {
            Thread.sleep(BREATH_MILLIS);
            return new Sighting(
                    executor,
                    host,
                    seen,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** Waits a while for the driver to take the file away. */
    private Sighting again(Own own, Configuration hadoop, String executor, String host) throws InterruptedException {
        try {
            WholeFiles files = new WholeFiles(new Path(run), hadoop);
            for (long waited = 0; waited < 2 * BREATH_MILLIS && !own.proved; waited += LOOK_MILLIS) {
                // Opened, not looked up: NFS answers from memory whether a file is there.
                own.proved = files.read(file(own.file)).isEmpty();
                if (!own.proved) {
                    Thread.sleep(LOOK_MILLIS);
                }
            }
        } catch (IOException e) {
            Thread.sleep(BREATH_MILLIS);
        }
        return new Sighting(executor, host, Seen.WROTE, own.file);
    }
}
