package nightsweep.driver.run.reporting;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nightsweep.driver.application.Listener;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.report.Pace;
import nightsweep.driver.report.RunFacts;
import nightsweep.driver.run.outcomes.KeptOutcomes;
import nightsweep.driver.run.outcomes.ReadAhead;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;

/**
 * Renews the page of a run while it goes on, on a thread of its own, until it is closed. Each outcome is read once. A page
 * that cannot be written is told once and never ends a run.
 */
public final class LivePage implements AutoCloseable {
    /** Of the time that making the page took, what is rested at least. */
    private static final int REST = 20;

    private static final long PATIENCE_SECONDS = 10;

    private final RunDirectory directory;
    private final Supplier<Sweep> sweep;
    private final Supplier<Optional<Pace>> pace;
    private final Listener listener;
    private final GrowingPage page;
    private final ConcurrentLinkedQueue<Trial> unread = new ConcurrentLinkedQueue<>();
    private final ScheduledThreadPoolExecutor thread;
    private boolean warned;

    private LivePage(
            RunDirectory directory,
            Supplier<Sweep> sweep,
            String sweepText,
            List<Trial> ended,
            Supplier<Optional<Pace>> pace,
            Listener listener) {
        this.sweep = sweep;
        this.directory = directory;
        this.pace = pace;
        this.listener = listener;
        this.page = new GrowingPage(directory, sweep.get(), sweepText, listener);
        this.unread.addAll(ended);
        this.thread = new ScheduledThreadPoolExecutor(
                1,
                work -> {
                    Thread daemon = new Thread(work, "page");
                    daemon.setDaemon(true);
                    return daemon;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Begins.
     *
     * @param sweep as it is at the time
     * @param ended the trials that have an outcome already
     * @param pace of the run, asked anew for each page
     * @param interval at the end of which the page is made for the first time, and again
     */
    public static LivePage start(
            RunDirectory directory,
            Supplier<Sweep> sweep,
            String sweepText,
            List<Trial> ended,
            Supplier<Optional<Pace>> pace,
            Duration interval,
            Listener listener) {
        LivePage page = new LivePage(directory, sweep, sweepText, ended, pace, listener);
        page.renewAfter(interval.toMillis(), interval.toMillis());
        return page;
    }

    /** Takes note of a trial that has an outcome now. Any thread may call it. */
    public void ended(Trial trial) {
        unread.add(trial);
    }

    /** Returns when no page is being written any more, so that the last one can be. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            boolean ignored = thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renewAfter(long millis, long leastMillis) {
        var ignored = thread.schedule(
                () -> {
                    long began = System.nanoTime();
                    renew();
                    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                    renewAfter(Math.max(leastMillis, REST * took), leastMillis);
                },
                millis,
                TimeUnit.MILLISECONDS);
    }

    private void renew() {
        try {
            List<Trial> fresh = new ArrayList<>();
            for (Trial trial = unread.poll(); trial != null; trial = unread.poll()) {
                fresh.add(trial);
            }
            page.proposed(sweep.get());
            ReadAhead.each(
                    fresh,
                    KeptOutcomes.ended(directory, listener),
                    (trial, outcome) -> outcome.ifPresent(one -> page.add(trial, one)));
            directory.write(
                    RunTables.PAGE,
                    page.make(InstantSource.system().instant(), pace.get(), RunFacts.Renewal.BY_HAND)::write);
        } catch (IOException | RuntimeException e) {
            if (!warned) {
                warned = true;
                listener.warn("report.html could not be renewed: " + e.getMessage() + " It is made again at the end.");
            }
        }
    }
}
