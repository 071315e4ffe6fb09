package nightsweep.driver.schedule.task;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.ranking.Merit;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.sweep.Learning;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import org.jspecify.annotations.Nullable;

/** A sweep as it travels: its text, read once in each process that it reaches. */
public final class ShippedSweep implements Serializable {
    private final String text;
    private final String name;
    private transient @Nullable Sweep sweep;
    private transient @Nullable IntFunction<Trial> trials;
    private transient @Nullable BiFunction<Trial, TrialOutcome.Completed, Merit> merit;

    public ShippedSweep(String text, String name) {
        this.text = text;
        this.name = name;
    }

    synchronized Sweep sweep() {
        if (sweep == null) {
            try {
                sweep = SweepFile.parse(text, name);
            } catch (SweepFileException e) {
                throw new AssertionError("The driver has read the same text.", e);
            }
        }
        return sweep;
    }

    /** What a trial is ranked by; found out once, for all configurations are looked at for it. */
    synchronized Merit merit(Trial trial, TrialOutcome.Completed outcome) {
        if (merit == null) {
            merit = Summary.merit(sweep());
        }
        return merit.apply(trial, outcome);
    }

    /**
     * @param number from 1
     * @param point of the configuration, where a search proposes them; else empty
     */
    synchronized Trial trial(int number, Map<String, String> point) {
        Optional<Learning> learning = sweep().learning();
        if (learning.isPresent()) {
            int configuration = sweep().configuration(number);
            return sweep().trial(
                            learning.get().offer().configuration(configuration, new Point(point)),
                            sweep().place(number));
        }
        if (trials == null) {
            trials = sweep().byNumber();
        }
        return trials.apply(number);
    }
}
