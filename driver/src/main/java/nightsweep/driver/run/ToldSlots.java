package nightsweep.driver.run;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.experiments.progress.DriverSlots;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Tells in the run directory how many slots there are, whenever that has changed, until it is closed. */
final class ToldSlots implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(ToldSlots.class);
    private static final long PATIENCE_SECONDS = 10;

    /** Executors of a large cluster come one after the other, and each change is a file written. */
    static final long INTERVAL_MILLIS = 5_000;

    private final RunDirectory directory;
    private final String token;
    private final IntSupplier slots;
    private final ScheduledExecutorService thread;
    private final Future<?> looking;
    private int told = -1;

    private ToldSlots(RunDirectory directory, String token, IntSupplier slots, long intervalMillis) {
        this.directory = directory;
        this.token = token;
        this.slots = slots;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "slots");
            daemon.setDaemon(true);
            return daemon;
        });
        this.looking = thread.scheduleWithFixedDelay(this::tell, 0, intervalMillis, TimeUnit.MILLISECONDS);
    }

    /**
     * Begins.
     *
     * @param token of the driver's lease
     * @param slots that there are, asked anew each time
     */
    static ToldSlots start(RunDirectory directory, String token, IntSupplier slots, long intervalMillis) {
        return new ToldSlots(directory, token, slots, intervalMillis);
    }

    private void tell() {
        try {
            int now = slots.getAsInt();
            if (now != told) {
                directory.tellSlots(new DriverSlots(token, now));
                told = now;
            }
        } catch (IOException | RuntimeException e) {
            // Nothing depends on it: the run goes on.
            LOG.warn("Cannot tell how many slots there are.", e);
        }
    }

    /** Takes back what was told. */
    @Override
    public void close() {
        looking.cancel(false);
        thread.shutdown();
        try {
            if (thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                directory.tellSlotsNoMore();
            }
        } catch (IOException e) {
            LOG.warn("Cannot take back how many slots there were.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
