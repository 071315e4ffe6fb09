package nightsweep.driver.schedule.proof;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.store.TrialStore;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Whether the outcomes of trials that reported their end are where the driver reads them: a look at each file, by threads
 * of its own, so that scheduling never waits for a file system.
 */
public final class OutcomeCheck implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(OutcomeCheck.class);
    private static final int THREADS = 4;

    /** File systems of networks show a new file late. */
    private static final int LOOKS = 5;

    private static final long LOOK_MILLIS = 500;

    private final TrialStore trials;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "outcome-check");
        thread.setDaemon(true);
        return thread;
    });

    public OutcomeCheck(TrialStore trials) {
        this.trials = trials;
    }

    /** Has one of two things done, by another thread. */
    public void look(TrialId id, Runnable kept, Runnable missing) {
        threads.execute(() -> (isKept(id) ? kept : missing).run());
    }

    private boolean isKept(TrialId id) {
        for (int look = 1; look <= LOOKS; look++) {
            try {
                if (trials.keeps(id)) {
                    return true;
                }
            } catch (IOException e) {
                LOG.warn("Cannot look for the outcome of {}.", id, e);
            }
            try {
                Thread.sleep(look < LOOKS ? LOOK_MILLIS : 0);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
