package nightsweep.driver.journal;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nightsweep.experiments.progress.Holder;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The right to work in a run directory, which one driver has at a time. Renewed by a thread of its own until it is closed.
 *
 * <p>A driver that is dead loses it: at once where that can be seen, else when it is not renewed while somebody waits for
 * it as long as {@link Terms#patience}. One that was only out of touch finds it lost at its next renewal. No clock that can
 * be set has a part in that.
 */
public final class Lease implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(Lease.class);

    private final LeaseFiles files;
    private final int number;
    private final Holder holder;
    private final String label;
    private final ScheduledExecutorService thread;
    private final Future<?> renewing;
    private boolean lost;
    private Runnable whenLost = () -> {};

    private Lease(LeaseFiles files, int number, Holder holder, Terms terms, String label) {
        this.files = files;
        this.number = number;
        this.holder = holder;
        this.label = label;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread renewal = new Thread(work, "lease");
            renewal.setDaemon(true);
            return renewal;
        });
        long millis = terms.interval().toMillis();
        this.renewing = thread.scheduleWithFixedDelay(this::renew, millis, millis, TimeUnit.MILLISECONDS);
    }

    /**
     * How long a lease lasts.
     *
     * @param interval between two renewals
     * @param patience of whoever waits for it: a lease that is not renewed meanwhile is free
     */
    record Terms(Duration interval, Duration patience) {
        static final Terms USUAL = new Terms(Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    /**
     * Takes the lease.
     *
     * @param label the run directory's name, for messages
     * @param told hears what is waited for
     * @throws RunDirectoryException if another driver holds it; the message says who
     */
    static Lease take(
            LeaseFiles files, Holder self, Terms terms, Stopwatch stopwatch, String label, Consumer<String> told)
            throws IOException, RunDirectoryException, InterruptedException {
        HeldLease held = new HeldLease(files, terms, stopwatch, label, told);
        while (true) {
            Optional<LeaseFiles.Taking> last = held.awaitFree(self);
            int next = last.map(LeaseFiles.Taking::number).orElse(0) + 1;
            if (files.take(next, self) && stands(files, next, self, terms, stopwatch)) {
                files.forgetBefore(next);
                return new Lease(files, next, self, terms, label);
            }
        }
    }

    /**
     * The driver that holds a lease, as far as can be seen without writing or waiting; empty where it is free.
     *
     * @param self who looks
     * @param nowMillis by this machine's clock, which is asked only of drivers of which nothing else is known
     */
    static Optional<AtWork> holder(LeaseFiles files, Terms terms, Holder self, long nowMillis) throws IOException {
        Optional<LeaseFiles.Taking> last = files.last().filter(taking -> taking.state() == LeaseFiles.State.HELD);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        long renewed = last.get().renewedMillis();
        boolean recent = nowMillis - renewed <= terms.patience().toMillis();
        return files.holder(last.get())
                .filter(one -> switch (Processes.liveness(one, self)) {
                    case ALIVE -> true;
                    case DEAD -> false;
                    case UNKNOWN -> recent;
                })
                .map(one -> new AtWork(one, renewed));
    }

    /** What tells this taking from any other. */
    public String token() {
        return holder.token();
    }

    /** Has {@code action} run as soon as the lease is found lost, on another thread; at once where it already is. */
    public void whenLost(Runnable action) {
        boolean already;
        synchronized (this) {
            whenLost = action;
            already = lost;
        }
        if (already) {
            action.run();
        }
    }

    /** Whether another driver has taken it since. */
    public synchronized boolean lost() {
        return lost;
    }

    /**
     * Goes on only while it is held.
     *
     * @throws RunDirectoryException if another driver has taken it since
     */
    public void check() throws RunDirectoryException {
        if (lost()) {
            throw new RunDirectoryException("Stopped: another run has taken over " + label
                    + " while this one was out of touch for too long. What ended so far is kept.");
        }
    }

    /** Gives it back. */
    @Override
    public void close() {
        renewing.cancel(false);
        thread.shutdown();
        try {
            boolean ended = thread.awaitTermination(10, TimeUnit.SECONDS);
            if (ended && !lost()) {
                files.giveBack(number);
            }
        } catch (IOException e) {
            LOG.warn("Cannot give the lease back; it will run out.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void renew() {
        try {
            if (own(files, number, holder)) {
                files.renew(number, holder);
            } else {
                lose();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Cannot renew the lease; trying again.", e);
        }
    }

    private void lose() {
        Runnable action;
        synchronized (this) {
            lost = true;
            action = whenLost;
        }
        renewing.cancel(false);
        action.run();
    }

    /**
     * Whether a taking is that of {@code self} for good. Where two may have taken the same number, the later's content
     * stands, and whoever looked before either had written has done so by the second look. One that hung for longer is
     * found out when the lease is renewed.
     */
    private static boolean stands(LeaseFiles files, int number, Holder self, Terms terms, Stopwatch stopwatch)
            throws IOException, InterruptedException {
        if (!own(files, number, self)) {
            return false;
        }
        if (files.takenByOne()) {
            return true;
        }
        stopwatch.sleep(terms.interval().dividedBy(2));
        return own(files, number, self);
    }

    /** Whether the last taking is that of {@code self}; object stores may have let another overwrite it. */
    private static boolean own(LeaseFiles files, int number, Holder self) throws IOException {
        Optional<LeaseFiles.Taking> last = files.last();
        return last.isPresent()
                && last.get().number() == number
                && last.get().state() == LeaseFiles.State.HELD
                && files.holder(last.get())
                        .filter(found -> found.token().equals(self.token()))
                        .isPresent();
    }
}
