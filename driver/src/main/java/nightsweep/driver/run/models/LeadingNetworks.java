package nightsweep.driver.run.models;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import nightsweep.driver.application.SaveModels;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.schedule.FanOut;
import nightsweep.driver.summary.Summary;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Lets go of the networks of trials that cannot stand for the best configuration any more, while a run lasts: without it
 * ten thousand would lie there until the end. A trial cannot once another repeat of its configuration is better, or all its
 * configuration's repeats are completed and another completed configuration has a better mean. When in doubt a network
 * stays; {@link SavedModels} has the last word. Used by one thread, closed by it; deletes on others.
 */
public final class LeadingNetworks implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(LeadingNetworks.class);
    private static final int THREADS = 4;
    private static final long PATIENCE_SECONDS = 30;

    /** Means that differ by less may be equal, summed in another order. */
    private static final double EQUAL = 1e-9;

    private final RunDirectory directory;
    private final SaveModels wanted;
    private final int each;
    private final Objective.Goal goal;
    private final ToIntFunction<Configuration> group;
    private final Map<Integer, Repeats> configurations = new LinkedHashMap<>();
    private final Map<Integer, List<Repeats>> firsts = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "networks");
        thread.setDaemon(true);
        return thread;
    });

    public LeadingNetworks(RunDirectory directory, Sweep sweep, SaveModels wanted) {
        this.directory = directory;
        this.wanted = wanted;
        this.each = sweep.trialsEach();
        this.goal = sweep.objective().goal();
        this.group = Summary.group(sweep);
    }

    /** What is known of a configuration. */
    private static final class Repeats {
        private final List<TrialId> best = new ArrayList<>();
        private double value = Double.NaN;
        private double sum;
        private int completed;

        double mean() {
            return sum / completed;
        }
    }

    /** Takes note of a trial that ended. */
    public void hear(FanOut.Ended ended) {
        if (ended instanceof FanOut.Ended.Reported reported) {
            ended(ended.trial(), reported.report().objective());
        }
    }

    /**
     * Takes note of a trial that ended.
     *
     * @param objective NaN where it was not completed
     */
    public void ended(Trial trial, double objective) {
        if (wanted == SaveModels.ALL || !Double.isFinite(objective)) {
            return;
        }
        if (wanted == SaveModels.NONE) {
            drop(List.of(trial.id()));
            return;
        }
        Repeats one = configurations.computeIfAbsent(trial.configuration().number(), number -> new Repeats());
        one.completed++;
        one.sum += objective;
        if (one.best.isEmpty() || goal.better(objective, one.value)) {
            drop(one.best);
            one.best.clear();
            one.value = objective;
        }
        if (objective == one.value) {
            one.best.add(trial.id());
        } else {
            drop(List.of(trial.id()));
        }
        if (one.completed == each) {
            configurations.remove(trial.configuration().number());
            complete(one, firsts.computeIfAbsent(group.applyAsInt(trial.configuration()), place -> new ArrayList<>()));
        }
    }

    private void complete(Repeats one, List<Repeats> first) {
        if (first.stream().anyMatch(other -> better(other, one))) {
            drop(one.best);
            return;
        }
        first.removeIf(other -> {
            boolean beaten = better(one, other);
            if (beaten) {
                drop(other.best);
            }
            return beaten;
        });
        first.add(one);
    }

    private boolean better(Repeats one, Repeats other) {
        double margin = EQUAL * (1 + Math.abs(one.mean()));
        return goal.better(one.mean(), other.mean()) && Math.abs(one.mean() - other.mean()) > margin;
    }

    private void drop(List<TrialId> trials) {
        for (TrialId id : trials) {
            threads.execute(() -> {
                try {
                    directory.trials().dropTrained(id);
                } catch (IOException | RuntimeException e) {
                    LOG.warn("Cannot let go of the network of {}; the end of the run will.", id, e);
                }
            });
        }
    }

    /** Returns when what was let go of is gone. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            boolean ignored = threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
