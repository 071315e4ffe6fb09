package nightsweep.driver.summary;

import nightsweep.experiments.outcome.ConfusionMatrix;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/** Where a share lies with 95 % confidence, both ends included; both NaN where there are no examples. */
record Interval(double low, double high) {
    private static final double CONFIDENCE = 0.95;

    /** Of the accuracy, by Wilson's score (1927): it stays within 0..1 and holds for shares near either end. */
    static Interval ofAccuracy(ConfusionMatrix confusion) {
        int examples = Math.toIntExact(confusion.examples());
        if (examples == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        int right = (int) Math.round(confusion.accuracy() * examples);
        ConfidenceInterval interval = new WilsonScoreInterval().createInterval(examples, right, CONFIDENCE);
        return new Interval(interval.getLowerBound(), interval.getUpperBound());
    }
}
