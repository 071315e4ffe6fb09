package nightsweep.driver.report.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Trial;

/** The curves that one run has of configurations which another run has too, found by their values of all axes. */
public final class SharedCurves {
    private static final int MOST_REPEATS = 5;

    private final Set<Map<String, String>> points;
    private final Map<Map<String, String>, Map<Integer, Curve>> curves = new LinkedHashMap<>();

    /** @param points of the configurations whose curves are kept */
    public SharedCurves(Set<Map<String, String>> points) {
        this.points = points;
    }

    /** In any order; of a configuration the first repeats are kept. */
    public void add(Trial trial, TrialOutcome outcome) {
        Map<String, String> point = trial.configuration().point();
        if (trial.place() < MOST_REPEATS
                && points.contains(point)
                && !outcome.epochs().isEmpty()) {
            curves.computeIfAbsent(point, key -> new TreeMap<>())
                    .put(trial.place(), Curve.of(outcome.epochs()).ofTheWhole());
        }
    }

    /** By repeat; empty where no epoch was finished. */
    public List<Curve> of(Map<String, String> point) {
        return new ArrayList<>(curves.getOrDefault(point, Map.of()).values());
    }
}
