package nightsweep.driver.run.progress;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.experiments.progress.DriverSlots;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Tells in the run directory how many slots there are, whenever that has changed, and now and then how long the run still takes,
 * until it is closed.
 */
public final class ToldSlots implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(ToldSlots.class);
    private static final long PATIENCE_SECONDS = 10;

    /** Executors of a large cluster come one after the other, and each change is a file written. */
    public static final long INTERVAL_MILLIS = 5_000;

    /** What is left is told less often: it is an estimate, and changes at every look. */
    private static final long LEFT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final RunDirectory directory;
    private final String token;
    private final IntSupplier slots;
    private final Supplier<OptionalLong> left;
    private final ScheduledExecutorService thread;
    private final Future<?> looking;
    private Optional<DriverSlots> told = Optional.empty();
    private long toldNanos;

    private ToldSlots(
            RunDirectory directory, String token, IntSupplier slots, Supplier<OptionalLong> left, long intervalMillis) {
        this.directory = directory;
        this.token = token;
        this.slots = slots;
        this.left = left;
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
     * @param left milliseconds until the end, where they are known, asked anew each time
     */
    public static ToldSlots start(
            RunDirectory directory, String token, IntSupplier slots, Supplier<OptionalLong> left, long intervalMillis) {
        return new ToldSlots(directory, token, slots, left, intervalMillis);
    }

    private void tell() {
        try {
            DriverSlots now = new DriverSlots(token, slots.getAsInt(), left.get());
            boolean others = told.isEmpty() || told.get().count() != now.count();
            boolean later = System.nanoTime() - toldNanos > LEFT_NANOS;
            if (others || (later && !told.equals(Optional.of(now)))) {
                directory.tellSlots(now);
                told = Optional.of(now);
                toldNanos = System.nanoTime();
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
