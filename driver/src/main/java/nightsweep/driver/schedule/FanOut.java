package nightsweep.driver.schedule;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import nightsweep.experiments.sweep.Trial;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Runs trials, each as one Spark job of one task, so that Spark's pages name each and each can be cancelled by itself.
 * Twice as many jobs as slots are under way: a slot that falls free finds the next trial waiting.
 */
public final class FanOut {
    private final JavaSparkContext spark;
    private final TrialTask task;
    private final ToIntFunction<Trial> dataset;
    private final int slots;
    private volatile boolean stopping;

    FanOut(JavaSparkContext spark, TrialTask task, ToIntFunction<Trial> dataset, int slots) {
        this.spark = spark;
        this.task = task;
        this.dataset = dataset;
        this.slots = slots;
    }

    /**
     * Runs trials in order and returns when all have ended, or after {@link #stop}.
     *
     * @param ended hears of each trial as it ends, on the calling thread; of those that were stopped it hears nothing
     */
    public void run(List<Trial> trials, Consumer<Ended> ended) throws InterruptedException {
        int under = Math.min(2 * slots, Math.max(1, trials.size()));
        ExecutorService threads = Executors.newFixedThreadPool(under, FanOut::daemon);
        try {
            ExecutorCompletionService<Ended> jobs = new ExecutorCompletionService<>(threads);
            int next = 0;
            int running = 0;
            while (next < trials.size() || running > 0) {
                while (running < under && next < trials.size() && !stopping) {
                    jobs.submit(job(trials.get(next++)));
                    running++;
                }
                if (running == 0) {
                    return;
                }
                Ended one = await(jobs.take());
                running--;
                if (!stopping) {
                    ended.accept(one);
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

    private Callable<Ended> job(Trial trial) {
        return () -> {
            spark.setJobGroup(
                    trial.id().text(),
                    "#" + trial.number() + " " + trial.id() + " "
                            + trial.configuration().label() + ", repeat " + trial.repeat(),
                    true);
            Assignment assignment = new Assignment(trial.number(), dataset.applyAsInt(trial));
            try {
                TrialReport report = spark.parallelize(List.of(assignment), 1)
                        .map(task)
                        .collect()
                        .get(0);
                return new Ended.Reported(trial, report);
            } catch (RuntimeException e) {
                return new Ended.Lost(trial, e.getMessage() == null ? e.toString() : e.getMessage());
            } catch (Exception e) {
                // Spark's Scala methods throw checked exceptions that they do not declare.
                if (e instanceof SparkException) {
                    return new Ended.Lost(trial, e.getMessage());
                }
                throw e;
            }
        };
    }

    private static Ended await(Future<Ended> job) throws InterruptedException {
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

    /** How a job ended. */
    public sealed interface Ended {
        Trial trial();

        /** Its task ran to its end and says how. */
        record Reported(Trial trial, TrialReport report) implements Ended {}

        /** Its task never came back, however often it was tried. */
        record Lost(Trial trial, String why) implements Ended {}
    }
}
