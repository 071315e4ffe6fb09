package nightsweep.driver.run.progress;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import nightsweep.driver.application.Listener;

/** Shows how far a run has come, at an interval, until it is closed. */
public final class StatusTicker implements AutoCloseable {
    private final ScheduledExecutorService thread;
    private final Future<?> ticking;
    private final Runnable show;
    private final Listener listener;

    private StatusTicker(ScheduledExecutorService thread, Future<?> ticking, Runnable show, Listener listener) {
        this.thread = thread;
        this.ticking = ticking;
        this.show = show;
        this.listener = listener;
    }

    /**
     * Begins.
     *
     * @param slots how many trials can run at a time, asked anew each time
     * @param told of trials under way, which is asked for in a terminal alone
     */
    public static StatusTicker start(
            Progress progress, IntSupplier slots, ToldTrials told, Duration interval, Listener listener) {
        long began = System.nanoTime();
        Runnable show = () -> {
            int now = slots.getAsInt();
            listener.progress(progress.now(
                    now,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                    listener.followsSlots() ? told.now(progress.open(now + ToldTrials.AHEAD)) : List.of()));
        };
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread ticker = new Thread(work, "status");
            ticker.setDaemon(true);
            return ticker;
        });
        Future<?> ticking = thread.scheduleAtFixedRate(show, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        return new StatusTicker(thread, ticking, show, listener);
    }

    @Override
    public void close() {
        ticking.cancel(false);
        thread.shutdownNow();
        show.run();
        listener.progressEnded();
    }
}
