package nightsweep.driver.summary.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.driver.statistics.Range;
import nightsweep.driver.statistics.RepeatedMean;

/**
 * Trials that are ranked together, as arrays.
 *
 * @param measured those with a finite objective
 * @param leftOut those without
 */
public record Measurements(Selection selection, List<TrialEnding> measured, List<TrialEnding> leftOut) {

    public static Measurements of(Selection selection, Stream<TrialEnding> trials) {
        List<TrialEnding> measured = new ArrayList<>();
        List<TrialEnding> leftOut = new ArrayList<>();
        trials.forEach(trial -> (Double.isFinite(selection.value(trial)) ? measured : leftOut).add(trial));
        return new Measurements(selection, measured, leftOut);
    }

    /** The trials by what {@code key} makes of them, in the order of {@code keys}; keys of no trial are left out. */
    public <K> Map<K, Measurements> by(Function<TrialEnding, K> key, List<K> keys) {
        Map<K, List<TrialEnding>> parts = new LinkedHashMap<>();
        keys.forEach(one -> parts.put(one, new ArrayList<>()));
        Stream.concat(measured.stream(), leftOut.stream())
                .forEach(trial -> parts.computeIfAbsent(key.apply(trial), absent -> new ArrayList<>())
                        .add(trial));
        Map<K, Measurements> by = new LinkedHashMap<>();
        parts.forEach((one, trials) -> {
            if (!trials.isEmpty()) {
                by.put(one, of(selection, trials.stream()));
            }
        });
        return by;
    }

    public double[] values() {
        return measured.stream().mapToDouble(selection::value).toArray();
    }

    /** For each measured trial the number of its group, from 0 in the order of the first of each. */
    public int[] groups(Function<TrialEnding, ?> key) {
        Map<Object, Integer> numbers = new LinkedHashMap<>();
        return measured.stream()
                .mapToInt(trial -> numbers.computeIfAbsent(key.apply(trial), absent -> numbers.size()))
                .toArray();
    }

    /** The same where the groups are configurations. */
    public int[] configurations() {
        return groups(trial -> trial.configuration().number());
    }

    public RepeatedMean mean() {
        return RepeatedMean.of(
                values(),
                configurations(),
                measured.stream().mapToInt(trial -> trial.trial().place()).toArray(),
                measured.stream()
                        .map(trial -> selection.range(trial.configuration()))
                        .findFirst()
                        .orElse(Range.ANY),
                measured.stream()
                        .map(trial -> trial.configuration().dataset().folds().keptToTrained())
                        .findFirst()
                        .orElse(0.0));
    }

    /** How many groups of equal size there are; 0 where their sizes differ. */
    public static int equalGroups(int[] groups) {
        int[] sizes = new int[IntStream.of(groups).max().orElse(-1) + 1];
        IntStream.of(groups).forEach(group -> sizes[group]++);
        return IntStream.of(sizes).distinct().count() == 1 ? sizes.length : 0;
    }
}
