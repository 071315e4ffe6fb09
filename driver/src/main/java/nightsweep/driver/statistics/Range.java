package nightsweep.driver.statistics;

/**
 * The ends that a figure cannot pass, and the scale without ends on which its mean is bounded. There an interval is found
 * by the delta method, {@code g(mean) -+ half * g'(mean)}, and taken back (Agresti 2013, Categorical Data Analysis, 3.1
 * and 16.1; Miller 1986, Beyond ANOVA, for the logarithm).
 */
public enum Range {
    /** Any number. */
    ANY(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    /** From 0, without another end, on the logarithm: losses. */
    POSITIVE(0, Double.POSITIVE_INFINITY),
    /** From 0 to 1, on the logit: accuracies, F1, areas. */
    SHARE(0, 1),
    /** Up to 1, without another end, on the logarithm of what is lacking to 1: the share of a variance that is explained. */
    UP_TO_ONE(Double.NEGATIVE_INFINITY, 1),
    /** From -1 to 1, on the inverse hyperbolic tangent: cosines; also differences of shares. */
    SIGNED_SHARE(-1, 1);

    private final double least;
    private final double greatest;

    Range(double least, double greatest) {
        this.least = least;
        this.greatest = greatest;
    }

    /** The lower end; negative infinity where there is none. */
    public double least() {
        return least;
    }

    /** The upper end; infinity where there is none. */
    public double greatest() {
        return greatest;
    }

    /** Where the difference of two figures of this range lies. */
    public Range ofDifferences() {
        return this == SHARE ? SIGNED_SHARE : ANY;
    }

    /**
     * {@code mean -+ half} as it is on the scale without ends. Where nothing varies, or the mean is no figure of this
     * range, the scale tells nothing, and it is the plain sum.
     */
    Interval around(double mean, double half) {
        if (!(half > 0) || !(mean > least && mean < greatest)) {
            return new Interval(mean - half, mean + half);
        }
        return switch (this) {
            case ANY -> new Interval(mean - half, mean + half);
            case POSITIVE -> new Interval(mean * StrictMath.exp(-half / mean), mean * StrictMath.exp(half / mean));
            case UP_TO_ONE -> {
                Interval lacking = POSITIVE.around(1 - mean, half);
                yield new Interval(1 - lacking.high(), 1 - lacking.low());
            }
            case SHARE -> {
                double middle = StrictMath.log(mean) - StrictMath.log1p(-mean);
                double wide = half / (mean * (1 - mean));
                yield new Interval(share(middle - wide), share(middle + wide));
            }
            case SIGNED_SHARE -> {
                double middle = (StrictMath.log1p(mean) - StrictMath.log1p(-mean)) / 2;
                double wide = half / ((1 - mean) * (1 + mean));
                yield new Interval(StrictMath.tanh(middle - wide), StrictMath.tanh(middle + wide));
            }
        };
    }

    private static double share(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /**
     * What of an interval lies within the ends. That is as sure as the whole, since no true figure lies outside
     * (Mandelkern 2002, Setting Confidence Intervals for Bounded Parameters), and holds 0 exactly where the whole does.
     */
    Interval cut(Interval interval) {
        return new Interval(Math.max(least, interval.low()), Math.min(greatest, interval.high()));
    }
}
