package nightsweep.experiments.outcome;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How the weights of a layer are spread.
 *
 * @param least the smallest weight
 * @param greatest the largest weight
 * @param sum of all weights
 * @param squares the sum of their squares
 * @param counts weights in each of so many equally wide parts of [least, greatest], from the least on; empty where nobody
 *     asked
 */
public record WeightHistogram(double least, double greatest, double sum, double squares, List<Long> counts) {
    /** Nobody asked for it, or a weight is not finite. */
    public static final WeightHistogram NONE = new WeightHistogram(0, 0, 0, 0, List.of());

    private static final int PARTS = 30;

    public WeightHistogram {
        counts = List.copyOf(counts);
    }

    /** That of {@code weights}. */
    public static WeightHistogram of(float[] weights) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        for (float weight : weights) {
            least = Math.min(least, weight);
            greatest = Math.max(greatest, weight);
            sum += weight;
            squares += (double) weight * weight;
        }
        if (!Double.isFinite(squares) || weights.length == 0) {
            return NONE;
        }
        return new WeightHistogram(least, greatest, sum, squares, counts(weights, least, greatest));
    }

    private static List<Long> counts(float[] weights, double least, double greatest) {
        if (least == greatest) {
            return List.of((long) weights.length);
        }
        List<Long> counts = new ArrayList<>(Collections.nCopies(PARTS, 0L));
        double perUnit = PARTS / (greatest - least);
        for (float weight : weights) {
            int part = Math.min(PARTS - 1, (int) ((weight - least) * perUnit));
            counts.set(part, counts.get(part) + 1);
        }
        return counts;
    }

    /** Whether there is none. */
    public boolean missing() {
        return counts.isEmpty();
    }

    /** How many weights there are. */
    public long count() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** Where a part ends, from 0; that of the last is {@link #greatest}. */
    public double limit(int part) {
        return part == counts.size() - 1 ? greatest : least + (greatest - least) * (part + 1) / counts.size();
    }
}
