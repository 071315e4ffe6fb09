package nightsweep.driver.journal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import nightsweep.experiments.progress.Holder;

/**
 * A lease that may be another driver's: it is refused where that one is seen to live, and waited for where only time can
 * tell.
 */
final class HeldLease {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** Looks in the time in which a living driver renews once. */
    private static final int LOOKS = 10;

    private final LeaseFiles files;
    private final Lease.Terms terms;
    private final Stopwatch stopwatch;
    private final String label;
    private final Consumer<String> told;

    HeldLease(LeaseFiles files, Lease.Terms terms, Stopwatch stopwatch, String label, Consumer<String> told) {
        this.files = files;
        this.terms = terms;
        this.stopwatch = stopwatch;
        this.label = label;
        this.told = told;
    }

    /**
     * Returns when the lease is free.
     *
     * @return the taking that was its last; empty where there was none
     * @throws RunDirectoryException if another driver holds it
     */
    Optional<LeaseFiles.Taking> awaitFree(Holder self) throws IOException, RunDirectoryException, InterruptedException {
        while (true) {
            Optional<LeaseFiles.Taking> last = files.last();
            if (last.isEmpty() || last.get().state() == LeaseFiles.State.DONE || free(last.get(), self)) {
                return last;
            }
        }
    }

    /** Whether a taking is no longer held; false where another took it meanwhile. */
    private boolean free(LeaseFiles.Taking taking, Holder self)
            throws IOException, RunDirectoryException, InterruptedException {
        Optional<Holder> holder = files.holder(taking);
        String who = holder.map(one -> one.label() + ", since " + time(one.sinceMillis()))
                .orElse("its name is not written");
        Liveness liveness = holder.map(one -> Processes.liveness(one, self)).orElse(Liveness.UNKNOWN);
        return switch (liveness) {
            case DEAD -> true;
            case ALIVE -> throw refused(who);
            case UNKNOWN -> silent(taking, who);
        };
    }

    private boolean silent(LeaseFiles.Taking taking, String who)
            throws IOException, RunDirectoryException, InterruptedException {
        told.accept("Another run was at work in " + label + " (" + who + "). Waiting up to "
                + terms.patience().toSeconds() + " s for a sign of life; without one, this run takes over.");
        long began = stopwatch.nanoTime();
        Duration pause = terms.interval().dividedBy(LOOKS);
        while (stopwatch.nanoTime() - began < terms.patience().toNanos()) {
            stopwatch.sleep(pause);
            Optional<LeaseFiles.Taking> now = files.last();
            if (now.isEmpty()
                    || now.get().number() != taking.number()
                    || now.get().state() != taking.state()) {
                return false;
            }
            if (now.get().renewedMillis() != taking.renewedMillis()) {
                throw refused(who);
            }
        }
        return true;
    }

    private RunDirectoryException refused(String who) {
        return new RunDirectoryException("Cannot run in " + label + ": another run is at work there (" + who
                + "). Wait until it ends, or stop it; then give the same command again.");
    }

    private static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
    }
}
