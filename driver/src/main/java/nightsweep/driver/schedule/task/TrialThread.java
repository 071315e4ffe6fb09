package nightsweep.driver.schedule.task;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A thread of its own for one trial, so that the trial can be ended whatever it does: it is interrupted, and where it
 * ignores that, made to throw {@link ThreadDeath} from wherever it is. Only native code withstands both.
 *
 * @param <T> what the trial gives
 */
final class TrialThread<T> {
    /** For each of the two ways of ending it. */
    static final Duration GRACE = Duration.ofSeconds(3);

    private static final Logger LOG = LogManager.getLogger(TrialThread.class);

    private final Thread thread;
    private final Duration grace;
    private volatile @Nullable T result;
    private volatile @Nullable Throwable failure;
    private volatile boolean ending;

    TrialThread(String name, Callable<T> trial, Duration grace) {
        this.thread = new Thread(() -> run(trial), name);
        this.thread.setDaemon(true);
        this.grace = grace;
    }

    /**
     * Starts the trial and waits for it, at most so long; after that it is ended.
     *
     * @return what it gave; empty where it had to be ended, or ended itself without giving anything
     * @throws InterruptedException if the caller is interrupted; the trial has been ended then
     */
    Optional<T> await(Optional<Duration> limit) throws InterruptedException {
        thread.start();
        try {
            if (limit.isPresent()) {
                thread.join(limit.get().toMillis());
            } else {
                thread.join();
            }
        } catch (InterruptedException e) {
            end();
            throw e;
        }
        if (thread.isAlive()) {
            LOG.warn("Out of time; it was at:\n{}", where());
            end();
        }
        return Optional.ofNullable(result);
    }

    /** Whether it withstood being ended. */
    boolean alive() {
        return thread.isAlive();
    }

    /** What it died of, other than being ended; empty where it did not. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    private void run(Callable<T> trial) {
        try {
            result = trial.call();
        } catch (Throwable e) {
            // Spark ends a process in which an error is not caught.
            if (!ending) {
                failure = e;
            }
        }
    }

    // Not removed in Java 17, and the only means against a loop that never looks up. What it may leave half done is
    // the trial's own: slots share nothing that changes while they train.
    @SuppressWarnings("deprecation")
    private void end() {
        ending = true;
        thread.interrupt();
        patiently();
        if (thread.isAlive()) {
            thread.stop();
            patiently();
        }
    }

    /** Gives it its time of grace, even when the caller is interrupted once more. */
    private void patiently() {
        long until = System.nanoTime() + grace.toNanos();
        boolean interrupted = false;
        while (thread.isAlive() && until - System.nanoTime() > 0) {
            try {
                thread.join(
                        Math.max(1, Duration.ofNanos(until - System.nanoTime()).toMillis()));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String where() {
        StringBuilder text = new StringBuilder();
        for (StackTraceElement frame : thread.getStackTrace()) {
            text.append("\tat ").append(frame).append('\n');
        }
        return text.toString();
    }
}
