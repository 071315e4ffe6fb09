package nightsweep.driver.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nightsweep.driver.cluster.ClusterTrouble;
import nightsweep.experiments.Redaction;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.sweep.Trial;

/**
 * Runs trials, each as one Spark job of one task, so that Spark's pages name each and each can be cancelled by itself;
 * those that take next to no time share jobs. More jobs than slots are under way: a slot that falls free finds the next trial waiting. A trial whose process is lost
 * has its next turn at once. All of it is one thread's work, however many trials are under way.
 */
public final class FanOut {
    /** Executors may have joined or left meanwhile, and slots with them. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Jobs jobs;
    private final int maxAttempts;
    private volatile boolean stopping;
    private volatile Consumer<String> notes = note -> {};

    /** @param maxAttempts at a trial whose process is lost each time */
    public FanOut(Jobs jobs, int maxAttempts) {
        this.jobs = jobs;
        this.maxAttempts = maxAttempts;
    }

    /** Has somebody told, in sentences, of what keeps trials waiting; on the thread that runs them. */
    public void whenWaiting(Consumer<String> told) {
        notes = told;
    }

    /**
     * Runs what is on the agenda and returns when nothing is left of it, or after {@link #stop}.
     *
     * @param ended hears of each trial as it ends, on the calling thread, before the agenda does; of those that were stopped
     *     neither hears anything
     * @throws ClusterException if the cluster gives up the whole run; trials that have not ended are not blamed
     */
    public void run(Agenda agenda, Consumer<Ended> ended) throws InterruptedException, ClusterException {
        Turns turns = new Turns(agenda, maxAttempts);
        Pace pace = new Pace();
        NoExecutors waiting = new NoExecutors(jobs.nanoTime());
        while (true) {
            handOut(turns, pace.lately(jobs.nanoTime()));
            if (turns.underWay() == 0) {
                return;
            }
            Optional<Ending> ending = jobs.await(TICK);
            if (ending.isPresent()) {
                pace.ended(jobs.nanoTime());
                take(ending.get(), turns).ifPresent(one -> {
                    ended.accept(one);
                    agenda.ended(one);
                });
            } else if (jobs.gone()) {
                if (stopping) {
                    return;
                }
                throw gone("it has been stopped");
            } else if (stopping) {
                // A job may have begun just after all were cancelled.
                jobs.cancelAll();
            } else {
                waiting.look(jobs.nanoTime(), jobs.slots(), jobs.request()).ifPresent(notes);
            }
        }
    }

    /** Stops every trial that is under way; {@link #run} then returns soon. Any thread may call it, any number of times. */
    public void stop() {
        stopping = true;
        jobs.cancelAll();
    }

    /** As many more wait as ended lately, and half of these are one job: what a job costs is shared by trials that take as little. */
    private void handOut(Turns turns, int lately) {
        int room = jobs.room() + lately;
        int together = 1 + lately / 2;
        while (!stopping && turns.underWay() + together <= room) {
            List<Turn> next = turns.next(together);
            if (next.isEmpty()) {
                return;
            }
            jobs.submit(next);
        }
    }

    private Optional<Ended> take(Ending ending, Turns turns) throws ClusterException {
        if (!stopping && ending instanceof Ending.Lost lost && jobs.gone()) {
            throw gone(lost.why());
        }
        Optional<Ended> ended = turns.back(ending);
        return stopping ? Optional.empty() : ended;
    }

    private static ClusterException gone(String why) {
        String said = Redaction.of(why).replaceFirst("\\.$", "");
        return new ClusterException("Spark ended the run: " + said
                + ". What ended so far is kept; the same command goes on." + ClusterTrouble.advice(why));
    }

    /** How a trial ended. */
    public sealed interface Ended {
        Trial trial();

        /** Its task ran to its end and says how. */
        record Reported(Trial trial, TrialReport report) implements Ended {}

        /**
         * Its process was lost in each attempt that it was allowed.
         *
         * @param epochs up to the end of which it was to be trained
         */
        record Lost(Trial trial, int epochs, AttemptHistory history) implements Ended {}
    }
}
