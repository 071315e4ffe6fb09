package nightsweep.driver.journal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nightsweep.experiments.progress.Holder;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The right to work in a run directory, which one driver has at a time. Renewed by a thread of its own until it is closed.
 *
 * <p>A driver that is dead loses it: at once where that can be seen, else when it has not renewed it for
 * {@link Terms#patience}. One that was only out of touch finds it lost at its next renewal.
 */
public final class Lease implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(Lease.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

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
     * @param patience after which a lease that was not renewed is free
     */
    record Terms(Duration interval, Duration patience) {
        static final Terms USUAL = new Terms(Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    /**
     * Takes the lease.
     *
     * @param label the run directory's name, for messages
     * @throws RunDirectoryException if another driver holds it; the message says who
     */
    static Lease take(LeaseFiles files, Holder self, Terms terms, String label)
            throws IOException, RunDirectoryException {
        while (true) {
            Optional<LeaseFiles.Taking> last = files.last();
            if (last.isPresent()) {
                refuseIfHeld(files, last.get(), terms, label);
            }
            int next = last.map(LeaseFiles.Taking::number).orElse(0) + 1;
            if (files.take(next, self) && own(files, next, self)) {
                files.forgetBefore(next);
                return new Lease(files, next, self, terms, label);
            }
        }
    }

    /**
     * The driver that holds a lease, as far as can be seen without writing; empty where it is free.
     *
     * @param nowMillis by this machine's clock
     */
    static Optional<AtWork> holder(LeaseFiles files, Terms terms, long nowMillis) throws IOException {
        Optional<LeaseFiles.Taking> last = files.last();
        if (last.isEmpty()
                || nowMillis - last.get().renewedMillis() > terms.patience().toMillis()) {
            return Optional.empty();
        }
        return files.holder(last.get())
                .filter(one -> !Processes.dead(one))
                .map(one -> new AtWork(one, last.get().renewedMillis()));
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

    private static void refuseIfHeld(LeaseFiles files, LeaseFiles.Taking last, Terms terms, String label)
            throws IOException, RunDirectoryException {
        Optional<Holder> holder = files.holder(last);
        if (last.state() == LeaseFiles.State.DONE
                || holder.filter(Processes::dead).isPresent()) {
            return;
        }
        long silentMillis = Math.max(0, files.nowMillis() - last.renewedMillis());
        if (silentMillis > terms.patience().toMillis()) {
            return;
        }
        String who = holder.map(one -> one.label() + ", since " + time(one.sinceMillis()))
                .orElse("its name is not written yet");
        throw new RunDirectoryException("Cannot run in " + label + ": another run is at work there (" + who
                + "; heard of " + silentMillis / 1_000 + " s ago). Wait until it ends, or stop it; where it is dead,"
                + " try again in " + (terms.patience().toSeconds() - silentMillis / 1_000 + 1) + " s.");
    }

    private static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
    }
}
