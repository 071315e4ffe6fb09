package nightsweep.worker.evaluation;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Decisions between one class and all others, at each score that occurs: what curves are drawn from, and the areas under
 * them. Points go from the highest score to the lowest, with nothing taken for the class at the first. Equal scores are
 * decided alike, so that no order of the examples matters.
 */
final class Thresholds {
    private final float[] scores;
    private final int[] right;
    private final int[] wrong;

    private Thresholds(float[] scores, int[] right, int[] wrong) {
        this.scores = scores;
        this.right = right;
        this.wrong = wrong;
    }

    /** Decisions about one class. */
    static Thresholds of(TestScores scores, int label) {
        long[] keys = new long[scores.examples()];
        for (int example = 0; example < keys.length; example++) {
            keys[example] = key(scores.score(example, label), scores.actual()[example] == label);
        }
        return of(keys);
    }

    /** Decisions about every class. */
    static Thresholds ofAll(TestScores scores) {
        long[] keys = new long[Math.multiplyExact(scores.examples(), scores.classes())];
        int at = 0;
        for (int example = 0; example < scores.examples(); example++) {
            for (int label = 0; label < scores.classes(); label++) {
                keys[at++] = key(scores.score(example, label), scores.actual()[example] == label);
            }
        }
        return of(keys);
    }

    /** The score in the upper half, in an order that integers have too, and whether it is of the class in the lowest bit. */
    private static long key(float score, boolean positive) {
        int bits = Float.floatToIntBits(score + 0f);
        int ordered = bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
        return (long) ordered << 32 | (positive ? 1 : 0);
    }

    private static float score(long key) {
        int ordered = (int) (key >> 32);
        return Float.intBitsToFloat(ordered < 0 ? ordered ^ Integer.MAX_VALUE : ordered);
    }

    private static Thresholds of(long[] keys) {
        Arrays.sort(keys);
        float[] scores = new float[keys.length + 1];
        int[] right = new int[keys.length + 1];
        int[] wrong = new int[keys.length + 1];
        scores[0] = Float.POSITIVE_INFINITY;
        int points = 1;
        int positives = 0;
        for (int i = keys.length - 1; i >= 0; i--) {
            positives += (int) (keys[i] & 1);
            if (i == 0 || keys[i - 1] >> 32 != keys[i] >> 32) {
                scores[points] = score(keys[i]);
                right[points] = positives;
                wrong[points] = keys.length - i - positives;
                points++;
            }
        }
        return new Thresholds(
                Arrays.copyOf(scores, points), Arrays.copyOf(right, points), Arrays.copyOf(wrong, points));
    }

    int points() {
        return scores.length;
    }

    /** The least score that is taken for the class; infinite where nothing is. */
    float threshold(int point) {
        return scores[point];
    }

    /** Examples of the class. */
    int positives() {
        return right[points() - 1];
    }

    /** Examples of others. */
    int negatives() {
        return wrong[points() - 1];
    }

    /**
     * The area under the receiver operating characteristic by the trapezoidal rule, which is the Mann-Whitney statistic
     * (Fawcett, An introduction to ROC analysis, 2006); NaN without examples of the class or without others.
     */
    double rocArea() {
        if (positives() == 0 || negatives() == 0) {
            return Double.NaN;
        }
        long twice = 0;
        for (int i = 1; i < points(); i++) {
            twice += (long) (wrong[i] - wrong[i - 1]) * (right[i] + right[i - 1]);
        }
        return twice / (2.0 * positives() * negatives());
    }

    /**
     * Average precision, {@code sum (R[i] - R[i-1]) P[i]} over the thresholds, without interpolation (as scikit-learn has
     * it); NaN without examples of the class.
     */
    double averagePrecision() {
        if (positives() == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 1; i < points(); i++) {
            sum += (right[i] - right[i - 1]) * precision(i);
        }
        return sum / positives();
    }

    /** The share of what is taken for the class that is of the class; 1 where nothing is. */
    double precision(int point) {
        int taken = right[point] + wrong[point];
        return taken == 0 ? 1 : (double) right[point] / taken;
    }

    /** The share of the class that is taken for it; NaN without examples of the class. */
    double truePositiveRate(int point) {
        return (double) right[point] / positives();
    }

    /** The share of others that is taken for it; NaN without others. */
    double falsePositiveRate(int point) {
        return (double) wrong[point] / negatives();
    }

    /** The highest true positive rate at a false positive rate, on the straight line between two points. */
    double truePositiveRateAt(double falsePositiveRate) {
        int next = first(i -> falsePositiveRate(i) > falsePositiveRate);
        int last = next - 1;
        if (next == points()) {
            return truePositiveRate(last);
        }
        double from = falsePositiveRate(last);
        double share = (falsePositiveRate - from) / (falsePositiveRate(next) - from);
        return truePositiveRate(last) + share * (truePositiveRate(next) - truePositiveRate(last));
    }

    /** The precision at the highest threshold that reaches a recall. */
    double precisionAt(double recall) {
        return precision(first(i -> truePositiveRate(i) >= recall));
    }

    /** The first point from which on something holds; one past the last where it never does. */
    private int first(IntPredicate holds) {
        int low = 0;
        int high = points();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
