package nightsweep.driver.run.agenda;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nightsweep.driver.application.Limits;
import org.jspecify.annotations.Nullable;

/** Ends a run when a limit is reached that the user set: time, or failed trials. Any thread may use it. */
public final class EarlyEnd implements AutoCloseable {
    private final Limits limits;
    private final Runnable stop;
    private final ScheduledExecutorService clock;
    private int failed;
    private @Nullable String reason;

    private EarlyEnd(Limits limits, Runnable stop) {
        this.limits = limits;
        this.stop = stop;
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "time-budget");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins to watch.
     *
     * @param stop makes the run wind down; called from any thread
     */
    public static EarlyEnd watching(Limits limits, Runnable stop) {
        EarlyEnd end = new EarlyEnd(limits, stop);
        if (limits.timeBudget().isPresent()) {
            Duration budget = limits.timeBudget().get();
            var ignored = end.clock.schedule(
                    () -> end.come("The time budget is used up."), budget.toMillis(), TimeUnit.MILLISECONDS);
        }
        return end;
    }

    /** Counts a trial that failed. */
    synchronized void failed() {
        failed++;
        if (limits.maxFailedTrials().isPresent()
                && failed > limits.maxFailedTrials().getAsInt()) {
            come(failed == 1 ? "A trial failed." : failed + " trials failed.");
        }
    }

    /** Why the run was ended; empty while it was not. */
    public synchronized Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private synchronized void come(String why) {
        if (reason == null) {
            reason = why;
            stop.run();
        }
    }
}
