package nightsweep.driver.schedule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import nightsweep.driver.schedule.TrialReport.Aftermath;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.sweep.Trial;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Runs trials, each as one Spark job of one task, so that Spark's pages name each and each can be cancelled by itself.
 * Twice as many jobs as slots are under way: a slot that falls free finds the next trial waiting. A trial whose process is
 * lost has its next turn at once.
 */
public final class FanOut {
    private static final Logger LOG = LogManager.getLogger(FanOut.class);

    private final JavaSparkContext spark;
    private final TrialJob job;
    private final TaskPlaces places;
    private final IntSupplier slots;
    private final int maxAttempts;
    private final Set<String> halting = new HashSet<>();
    private volatile boolean stopping;

    FanOut(JavaSparkContext spark, TrialJob job, TaskPlaces places, IntSupplier slots, int maxAttempts) {
        this.spark = spark;
        this.job = job;
        this.places = places;
        this.slots = slots;
        this.maxAttempts = maxAttempts;
    }

    /**
     * Runs trials in order and returns when all have ended, or after {@link #stop}.
     *
     * @param ended hears of each trial as it ends, on the calling thread; of those that were stopped it hears nothing
     * @throws ClusterException if the cluster gives up the whole run; trials that have not ended are not blamed
     */
    public void run(List<Trial> trials, Consumer<Ended> ended) throws InterruptedException, ClusterException {
        ExecutorService threads = Executors.newCachedThreadPool(FanOut::daemon);
        try {
            ExecutorCompletionService<TrialJob.Ending> jobs = new ExecutorCompletionService<>(threads);
            Deque<Turn> waiting = new ArrayDeque<>();
            trials.forEach(trial -> waiting.add(Turn.first(trial)));
            int running = 0;
            while (true) {
                while (!stopping && !waiting.isEmpty() && running < 2 * slots.getAsInt()) {
                    Turn turn = waiting.remove();
                    jobs.submit(() -> job.run(turn));
                    running++;
                }
                if (running == 0) {
                    return;
                }
                // Not for ever: executors may have joined, and with them slots.
                Future<TrialJob.Ending> one = jobs.poll(1, TimeUnit.SECONDS);
                if (one != null) {
                    running--;
                    TrialJob.Ending ending = await(one);
                    if (!stopping) {
                        next(ending, ended).ifPresent(waiting::addFirst);
                    }
                } else if (stopping) {
                    // A job may have begun just after all were cancelled.
                    spark.sc().cancelAllJobs();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Stops every trial that is under way; {@link #run} then returns soon. Any thread may call it, any number of times. */
    public void stop() {
        stopping = true;
        spark.sc().cancelAllJobs();
    }

    /** Tells of a trial that ended; of one that was lost and deserves another turn gives this back. */
    private Optional<Turn> next(TrialJob.Ending ending, Consumer<Ended> ended) throws ClusterException {
        Trial trial = ending.turn().trial();
        Optional<Place> place = places.take(ending.turn().group());
        if (ending instanceof TrialJob.Ending.Reported reported) {
            if (reported.report().aftermath() == Aftermath.HALTING_PROCESS) {
                halting.add(reported.report().executor());
            }
            ended.accept(new Ended.Reported(trial, reported.report()));
            return Optional.empty();
        }
        if (!(ending instanceof TrialJob.Ending.Lost lost)) {
            throw new AssertionError(ending);
        }
        if (spark.sc().isStopped()) {
            throw new ClusterException("Spark ended the run: " + lost.why());
        }
        Place where = place.orElse(new Place("", "", System.currentTimeMillis()));
        Turn.Blame blame = halting.contains(where.executor()) ? Turn.Blame.NONE : Turn.Blame.COUNTED;
        Turn again = lost.turn().lost(where, lost.why(), blame);
        LOG.warn(
                "Trial {} was lost with executor {} on {}: {}", trial.id(), where.executor(), where.host(), lost.why());
        if (again.losses() < maxAttempts) {
            return Optional.of(again);
        }
        ended.accept(new Ended.Lost(trial, again.history()));
        return Optional.empty();
    }

    private static TrialJob.Ending await(Future<TrialJob.Ending> job) throws InterruptedException {
        try {
            return job.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A job ended in an unforeseen way.", e.getCause());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "trial-job");
        thread.setDaemon(true);
        return thread;
    }

    /** How a trial ended. */
    public sealed interface Ended {
        Trial trial();

        /** Its task ran to its end and says how. */
        record Reported(Trial trial, TrialReport report) implements Ended {}

        /** Its process was lost in each attempt that it was allowed. */
        record Lost(Trial trial, AttemptHistory history) implements Ended {}
    }
}
