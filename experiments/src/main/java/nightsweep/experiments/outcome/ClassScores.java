package nightsweep.experiments.outcome;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well one class was recognised, or the average of several.
 *
 * @param label the class's name
 * @param precision the share of what was taken for the class that is of the class; 0 where nothing was taken for it
 * @param recall the share of the class that was taken for it; 0 where it has no examples
 * @param f1 the harmonic mean of precision and recall; 0 where both are 0
 * @param support examples of the class
 */
public record ClassScores(String label, double precision, double recall, double f1, long support) {

    static ClassScores of(String label, long right, long predicted, long support) {
        double precision = predicted == 0 ? 0 : (double) right / predicted;
        double recall = support == 0 ? 0 : (double) right / support;
        double f1 = predicted + support == 0 ? 0 : 2.0 * right / (predicted + support);
        return new ClassScores(label, precision, recall, f1, support);
    }

    static ClassScores average(String label, List<ClassScores> classes, ToDoubleFunction<ClassScores> weight) {
        double total = classes.stream().mapToDouble(weight).sum();
        return new ClassScores(
                label,
                classes.stream()
                                .mapToDouble(c -> weight.applyAsDouble(c) * c.precision())
                                .sum()
                        / total,
                classes.stream()
                                .mapToDouble(c -> weight.applyAsDouble(c) * c.recall())
                                .sum()
                        / total,
                classes.stream()
                                .mapToDouble(c -> weight.applyAsDouble(c) * c.f1())
                                .sum()
                        / total,
                classes.stream().mapToLong(ClassScores::support).sum());
    }
}
