package nightsweep.driver.summary.published;

import nightsweep.driver.statistics.Range;
import nightsweep.driver.summary.comparison.Comparison;
import nightsweep.driver.summary.ranking.Ranges;
import nightsweep.driver.summary.ranking.Spread;
import nightsweep.experiments.Named;

/**
 * What is to be said of a published figure beside ours.
 *
 * @param reason why it cannot be compared; empty where it can
 */
record PublishedVerdict(Kind kind, String reason) {

    /** How far an accuracy or an F1 may lie from the published one and pass for the same. */
    static final double SHARE_TOLERANCE = 0.01;

    /** Likewise a loss, as a share of the published one. */
    static final double LOSS_TOLERANCE = 0.05;

    /** How many times as far is too far for repeats that lie far apart to speak for it. */
    private static final double FAR = 5;

    /** Rounding must not decide at the very edge. */
    private static final double ROUNDING = 1e-9;

    enum Kind implements Named {
        REPRODUCED("reproduced"),
        DIFFERS("differs"),
        INCOMPARABLE("cannot be compared");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    static PublishedVerdict incomparable(String reason) {
        return new PublishedVerdict(Kind.INCOMPARABLE, reason);
    }

    /**
     * @param ours of one completed trial or more
     * @param range of the figure
     */
    static PublishedVerdict of(String figure, double published, Spread ours, Range range) {
        double difference = Math.abs(ours.mean() - published);
        double tolerance = tolerance(figure, published);
        if (difference <= tolerance + ROUNDING) {
            return new PublishedVerdict(Kind.REPRODUCED, "");
        }
        if (figure.equals(Ranges.PARAMETERS)) {
            return new PublishedVerdict(Kind.DIFFERS, "");
        }
        if (ours.n() < Comparison.FEWEST_REPEATS) {
            return incomparable(
                    ours.n() == 1
                            ? "one completed trial has no interval"
                            : "two completed trials are too few for an interval");
        }
        if (!ours.ofOneMore(range).holds(published)) {
            return new PublishedVerdict(Kind.DIFFERS, "");
        }
        return difference <= FAR * tolerance + ROUNDING
                ? new PublishedVerdict(Kind.REPRODUCED, "")
                : incomparable("our repeats lie too far apart to tell");
    }

    private static double tolerance(String figure, double published) {
        if (figure.equals(Ranges.PARAMETERS)) {
            return 0;
        }
        return figure.contains("loss") ? LOSS_TOLERANCE * Math.abs(published) : SHARE_TOLERANCE;
    }
}
