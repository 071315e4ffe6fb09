package nightsweep.experiments.training;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nightsweep.experiments.Checks;

/** How many times the loss of an example counts while a network is trained, by the example's class. */
public sealed interface ClassWeights {
    /** Every example counts once. */
    ClassWeights NONE = new Given(Map.of());

    /**
     * The weight of each class.
     *
     * @param classes the names of all classes, in order
     * @param counts how many training examples each has
     */
    double[] of(List<String> classes, int[] counts);

    /**
     * Each class as much as any other: of {@code n} training examples those of a class that has {@code count} weigh
     * {@code n / (k * count)}, where {@code k} classes have any (scikit-learn's {@code class_weight='balanced'}, after King
     * and Zeng 2001, Logistic regression in rare events data). The mean over the training examples is 1.
     */
    record Balanced() implements ClassWeights {
        @Override
        public double[] of(List<String> classes, int[] counts) {
            double examples = Arrays.stream(counts).sum();
            long present = Arrays.stream(counts).filter(count -> count > 0).count();
            return Arrays.stream(counts)
                    .mapToDouble(count -> count == 0 ? 1 : examples / (present * (double) count))
                    .toArray();
        }
    }

    /**
     * Each class as it is said.
     *
     * @param byName of some classes, each above 0; the others weigh 1
     */
    record Given(Map<String, Double> byName) implements ClassWeights {
        public Given {
            byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
            byName.values().forEach(weight -> Checks.positive("class-weights", weight));
        }

        @Override
        public double[] of(List<String> classes, int[] counts) {
            return classes.stream()
                    .mapToDouble(name -> byName.getOrDefault(name, 1.0))
                    .toArray();
        }
    }
}
