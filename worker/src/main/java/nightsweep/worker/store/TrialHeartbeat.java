package nightsweep.worker.store;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.training.EpochListener;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Tells of a trial under way, in the run directory, once it has lasted a second and then every few seconds until it is closed.
 * One thread writes for all trials of a process, so that training never waits for a disk.
 */
public final class TrialHeartbeat implements EpochListener, AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(TrialHeartbeat.class);
    private static final long FIRST_MILLIS = 1_000;
    private static final long NEXT_MILLIS = 3_000;

    /** A thousand slots that tell are a hundred writes a second. */
    private static final long NEXT_ELSEWHERE_MILLIS = 10_000;

    private static final ScheduledExecutorService TELLER = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "trial-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    private final TrialStore trials;
    private final Trial trial;
    private final int attempt;
    private final String host;
    private final InstantSource clock;
    private final long startedMillis;
    private final Future<?> beat;
    private volatile int epoch = 1;
    private volatile double loss = Double.NaN;
    private boolean closed;
    private boolean told;

    private TrialHeartbeat(
            TrialStore trials,
            Trial trial,
            int attempt,
            String host,
            Optional<RunningTrial> before,
            InstantSource clock) {
        this.trials = trials;
        this.trial = trial;
        this.attempt = attempt;
        this.host = host;
        this.told = before.isPresent();
        this.clock = clock;
        this.startedMillis = clock.millis();
        this.beat = TELLER.scheduleWithFixedDelay(
                this::tell, FIRST_MILLIS, trials.local() ? NEXT_MILLIS : NEXT_ELSEWHERE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Begins to tell.
     *
     * @param attempt from 1
     * @param host this machine's name
     * @param before what an attempt that was killed told, which is taken back with all the rest
     */
    public static TrialHeartbeat of(
            TrialStore trials, Trial trial, int attempt, String host, Optional<RunningTrial> before) {
        return new TrialHeartbeat(trials, trial, attempt, host, before, InstantSource.system());
    }

    @Override
    public void began(int epoch, double loss) {
        this.epoch = epoch;
        this.loss = loss;
    }

    /** Ends the telling and removes what was told. */
    @Override
    public synchronized void close() {
        closed = true;
        beat.cancel(false);
        if (told) {
            try {
                trials.tellNoMore(trial.id());
            } catch (IOException e) {
                LOG.warn("Cannot remove what was told of {}.", trial.id(), e);
            }
        }
    }

    private synchronized void tell() {
        if (closed) {
            return;
        }
        told = true;
        try {
            trials.tell(new RunningTrial(
                    trial.id(),
                    attempt,
                    host,
                    epoch,
                    trial.configuration().training().epochs(),
                    startedMillis,
                    clock.millis(),
                    loss));
        } catch (IOException | RuntimeException e) {
            // Nothing depends on it: the trial goes on.
            LOG.warn("Cannot tell how far {} is.", trial.id(), e);
        }
    }
}
