package nightsweep.worker.dataset.load;

import java.util.Arrays;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.FittedColumn;
import nightsweep.experiments.dataset.Preparation;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;

/** What a declared scaling comes to on training examples. Sums are taken in double precision, in the examples' order. */
final class ScaleMeasurement {
    private static final double GREATEST_BYTE = 255;

    private ScaleMeasurement() {}

    /** Of the columns of a table that are quantities; the others, which are 0 and 1, stay so. */
    static ColumnScale of(Scaling scaling, Selection train, Preparation preparation) {
        Stored stored = train.stored();
        int[] scaled = scaled(preparation);
        if (scaled.length == 0) {
            return ColumnScale.uniform(1, 0);
        }
        ColumnScale measured = of(scaling, train.columns(scaled));
        double[] factors = new double[stored.width()];
        double[] offsets = new double[stored.width()];
        Arrays.fill(factors, 1);
        for (int at = 0; at < scaled.length; at++) {
            factors[scaled[at]] = measured.factors()[measured.isUniform() ? 0 : at];
            offsets[scaled[at]] = measured.offsets()[measured.isUniform() ? 0 : at];
        }
        return new ColumnScale(factors, offsets);
    }

    private static int[] scaled(Preparation preparation) {
        IntStream.Builder scaled = IntStream.builder();
        int at = 0;
        for (FittedColumn column : preparation.columns()) {
            if (column.scaled()) {
                scaled.add(at);
            }
            at += column.width();
        }
        return scaled.build().toArray();
    }

    static ColumnScale of(Scaling scaling, Selection train) {
        boolean bytes = train.stored().features() instanceof Features.Bytes;
        if (scaling instanceof Scaling.None) {
            return ColumnScale.uniform(1, 0);
        }
        if (scaling instanceof Scaling.Unit) {
            return bytes ? ColumnScale.uniform(1 / GREATEST_BYTE, 0) : betweenExtremes(train);
        }
        if (scaling instanceof Scaling.Given given) {
            double unit = bytes ? GREATEST_BYTE : 1;
            return ColumnScale.uniform(1 / (unit * given.deviation()), -given.mean() / given.deviation());
        }
        if (scaling instanceof Scaling.Robust) {
            return betweenQuartiles(train);
        }
        if (scaling instanceof Scaling.Measured measured) {
            return switch (measured.over()) {
                case COLUMN -> standardised(train, train.stored().width());
                case ALL -> standardised(train, 1);
            };
        }
        throw new AssertionError(scaling);
    }

    private static ColumnScale betweenExtremes(Selection train) {
        Extremes extremes = extremes(train, train.stored().width());
        double[] ranges = new double[extremes.least.length];
        for (int column = 0; column < ranges.length; column++) {
            ranges[column] = extremes.greatest[column] - extremes.least[column];
        }
        return lines(extremes.least, ranges, extremes, exact(train));
    }

    private static ColumnScale betweenQuartiles(Selection train) {
        int width = train.stored().width();
        double[] medians = new double[width];
        double[] ranges = new double[width];
        for (int column = 0; column < width; column++) {
            double[] sorted = new double[train.size()];
            for (int place = 0; place < sorted.length; place++) {
                sorted[place] = train.stored().features().exactAt(train.rows()[place] * width + column);
            }
            Arrays.sort(sorted);
            medians[column] = quantile(sorted, 0.5);
            double range = quantile(sorted, 0.75) - quantile(sorted, 0.25);
            ranges[column] = range == 0 ? 1 : range;
        }
        return lines(medians, ranges, extremes(train, width), exact(train));
    }

    /** Between two numbers by a straight line, as numpy's default is (Hyndman and Fan 1996, number 7). */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** @param groups columns are measured together where their numbers are the same modulo this */
    private static ColumnScale standardised(Selection train, int groups) {
        double count = (double) train.size() * train.stored().width() / groups;
        double[] means = new double[groups];
        forEach(train, (column, value) -> means[column % groups] += value);
        for (int group = 0; group < groups; group++) {
            means[group] /= count;
        }
        double[] deviations = new double[groups];
        forEach(train, (column, value) -> {
            double away = value - means[column % groups];
            deviations[column % groups] += away * away;
        });
        for (int group = 0; group < groups; group++) {
            deviations[group] = Math.sqrt(deviations[group] / count);
        }
        return lines(means, deviations, extremes(train, groups), exact(train));
    }

    /**
     * {@code (value - origin) / unit}, or 0 where a column never varies: that is told by its extremes, since the mean of
     * equal numbers may differ from them in the last digit.
     */
    private static ColumnScale lines(double[] origins, double[] units, Extremes extremes, boolean exact) {
        double[] factors = new double[origins.length];
        double[] offsets = new double[origins.length];
        for (int i = 0; i < origins.length; i++) {
            double factor = 1 / units[i];
            boolean usable = exact ? Double.isFinite(factor) : Float.isFinite((float) factor);
            if (extremes.least[i] < extremes.greatest[i] && usable) {
                factors[i] = factor;
                offsets[i] = -origins[i] / units[i];
            }
        }
        return new ColumnScale(factors, offsets);
    }

    private static boolean exact(Selection train) {
        return train.stored().features() instanceof Features.Doubles;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Extremes(double[] least, double[] greatest) {}

    private static Extremes extremes(Selection train, int groups) {
        Extremes extremes = new Extremes(new double[groups], new double[groups]);
        Arrays.fill(extremes.least, Double.POSITIVE_INFINITY);
        Arrays.fill(extremes.greatest, Double.NEGATIVE_INFINITY);
        forEach(train, (column, value) -> {
            int group = column % groups;
            extremes.least[group] = Math.min(extremes.least[group], value);
            extremes.greatest[group] = Math.max(extremes.greatest[group], value);
        });
        return extremes;
    }

    private interface ColumnValue {
        void accept(int column, double value);
    }

    private static void forEach(Selection train, ColumnValue action) {
        Features features = train.stored().features();
        int width = train.stored().width();
        for (int row : train.rows()) {
            for (int column = 0; column < width; column++) {
                action.accept(column, features.exactAt(row * width + column));
            }
        }
    }
}
