package nightsweep.worker.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import nightsweep.experiments.outcome.Areas;
import nightsweep.experiments.outcome.Separation;

/**
 * How the test scores separate the classes: each class from all others, and all decisions together.
 *
 * @param labels the classes' names, in order
 * @param classes in the same order
 * @param all decisions about every class
 */
record Curves(List<String> labels, List<Thresholds> classes, Thresholds all) {
    /** Steps of a curve when it is drawn; areas are of the whole curves. */
    static final int STEPS = 200;

    static Curves of(TestScores scores) {
        return new Curves(
                scores.labels(),
                IntStream.range(0, scores.classes())
                        .mapToObj(label -> Thresholds.of(scores, label))
                        .toList(),
                Thresholds.ofAll(scores));
    }

    Separation separation() {
        return new Separation(
                Areas.of(classes.stream().map(Thresholds::rocArea).toList(), all.rocArea()),
                Areas.of(classes.stream().map(Thresholds::averagePrecision).toList(), all.averagePrecision()));
    }

    /** False positive rate and true positive rate, thinned; none where the class, or every other, has no examples. */
    static List<CurvePoint> roc(Thresholds of) {
        if (of.positives() == 0 || of.negatives() == 0) {
            return List.of();
        }
        return thinned(
                of.points(),
                i -> (of.falsePositiveRate(i) + of.truePositiveRate(i)) / 2,
                i -> new CurvePoint(of.falsePositiveRate(i), of.truePositiveRate(i), of.threshold(i)));
    }

    /** Recall and precision, thinned; none where the class has no examples. */
    static List<CurvePoint> precisionRecall(Thresholds of) {
        if (of.positives() == 0) {
            return List.of();
        }
        return thinned(
                of.points(),
                of::truePositiveRate,
                i -> new CurvePoint(of.truePositiveRate(i), of.precision(i), of.threshold(i)));
    }

    /** The mean of the classes' true positive rates at each of {@value #STEPS} + 1 false positive rates. */
    List<CurvePoint> macroRoc() {
        return mean(
                classes.stream()
                        .filter(of -> of.positives() > 0 && of.negatives() > 0)
                        .toList(),
                Thresholds::truePositiveRateAt);
    }

    /** The mean of the classes' precisions at each of {@value #STEPS} + 1 recalls. */
    List<CurvePoint> macroPrecisionRecall() {
        return mean(classes.stream().filter(of -> of.positives() > 0).toList(), Thresholds::precisionAt);
    }

    private interface Kind {
        double at(Thresholds of, double x);
    }

    private static List<CurvePoint> mean(List<Thresholds> defined, Kind kind) {
        List<CurvePoint> points = new ArrayList<>();
        for (int step = 0; step <= STEPS && !defined.isEmpty(); step++) {
            double x = (double) step / STEPS;
            double y = defined.stream().mapToDouble(of -> kind.at(of, x)).sum() / defined.size();
            points.add(new CurvePoint(x, y, Double.NaN));
        }
        return points;
    }

    private interface Point {
        CurvePoint at(int index);
    }

    /**
     * The first and the last point of the curve, and of each of {@value #STEPS} / 2 steps of the way.
     *
     * @param way of each point from the first, 0..1, never falling
     */
    private static List<CurvePoint> thinned(int count, IntToDoubleFunction way, Point point) {
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean begins = i == 0 || step(way, i - 1) != step(way, i);
            boolean ends = i == count - 1 || step(way, i + 1) != step(way, i);
            if (begins || ends) {
                points.add(point.at(i));
            }
        }
        return points;
    }

    private static long step(IntToDoubleFunction way, int index) {
        return (long) (way.applyAsDouble(index) * STEPS / 2);
    }
}
