package nightsweep.experiments.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.training.TrainingSpec;

/**
 * One point of the grid, with everything that it stands for.
 *
 * @param number its place in the sweep, from 1
 * @param point the value of each axis, in the order of the axes; empty for a sweep without a grid
 */
public record Configuration(
        int number,
        Map<String, String> point,
        DatasetSpec dataset,
        NetworkSpec network,
        TrainingSpec training,
        EvaluationSpec evaluation) {
    public Configuration {
        point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
    }

    /** The values of its axes, such as {@code relu cross-entropy adam}. */
    public String label() {
        return point.isEmpty() ? "the only one" : point.values().stream().collect(Collectors.joining(" "));
    }
}
