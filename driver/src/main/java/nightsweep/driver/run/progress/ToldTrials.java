package nightsweep.driver.run.progress;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nightsweep.experiments.progress.RunningTrial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.worker.store.TrialStore;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** What workers told of trials under way, read again no more often than they tell. Used by one thread. */
public final class ToldTrials {
    private static final Logger LOG = LogManager.getLogger(ToldTrials.class);
    private static final long INTERVAL_MILLIS = 3_000;

    /** How many trials more than slots are worth a look: they begin in the order of the plan, but for a few. */
    static final int AHEAD = 8;

    private final TrialStore trials;
    private final InstantSource clock;
    private long readMillis = Long.MIN_VALUE;
    private List<RunningTrial> last = List.of();

    public ToldTrials(TrialStore trials, InstantSource clock) {
        this.trials = trials;
        this.clock = clock;
    }

    /**
     * Trials under way; those of which nothing can be read now are left out.
     *
     * @param open the first trials that have not ended, in the order of the plan
     */
    public List<RunningTrial> now(Set<TrialId> open) {
        long now = clock.millis();
        if (readMillis == Long.MIN_VALUE || now - readMillis >= INTERVAL_MILLIS) {
            readMillis = now;
            last = read(open);
        }
        return last.stream().filter(trial -> open.contains(trial.id())).toList();
    }

    private List<RunningTrial> read(Set<TrialId> open) {
        List<RunningTrial> told = new ArrayList<>();
        try {
            Set<String> known = trials.told();
            for (TrialId id : open) {
                if (known.contains(id.text())) {
                    trials.running(id).ifPresent(told::add);
                }
            }
        } catch (IOException e) {
            // Its file system does not answer: the next look tells.
            LOG.debug("Cannot read how far trials are.", e);
        }
        return told;
    }
}
