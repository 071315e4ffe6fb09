package nightsweep.experiments.outcome;

import java.util.List;

/**
 * The areas under one kind of curve, 0..1, one curve for each class against all others.
 *
 * @param classes in the order of the labels; NaN for a class without examples, or without examples of others; empty where
 *     nothing was measured
 * @param macro the mean of the classes' areas that are defined; NaN where none is
 * @param micro the area under the curve of all decisions, one for each example and class; NaN where it is not defined
 */
public record Areas(List<Double> classes, double macro, double micro) {
    /** Where nothing was measured. */
    public static final Areas UNKNOWN = new Areas(List.of(), Double.NaN, Double.NaN);

    public Areas {
        classes = List.copyOf(classes);
    }

    /** Those of the classes, with their mean. */
    public static Areas of(List<Double> classes, double micro) {
        double mean = classes.stream()
                .mapToDouble(Double::doubleValue)
                .filter(area -> !Double.isNaN(area))
                .average()
                .orElse(Double.NaN);
        return new Areas(classes, mean, micro);
    }
}
