package nightsweep.experiments.outcome;

import java.util.Arrays;

/**
 * How far predicted numbers are from the true ones, as scikit-learn defines it, in the numbers' own unit. NaN where nothing was
 * predicted.
 *
 * @param examples how many there were; 0 where no number was predicted
 * @param rootMeanSquaredError the root of the mean of {@code (true - predicted)^2}
 * @param squaredErrorDeviation the deviation (n - 1) of the squared errors; NaN of fewer than two
 * @param meanAbsoluteError the mean of {@code |true - predicted|}
 * @param medianAbsoluteError their median
 * @param r2 the coefficient of determination: 1 less the sum of squared errors over that of always giving the mean of the true
 *     numbers; where these are all equal, 1 without any error and else 0; NaN of fewer than two
 * @param explainedVariance the same, where a constant error costs nothing
 */
public record NumberFigures(
        long examples,
        double rootMeanSquaredError,
        double squaredErrorDeviation,
        double meanAbsoluteError,
        double medianAbsoluteError,
        double r2,
        double explainedVariance) {

    /** Where no number was predicted. */
    public static final NumberFigures NONE =
            new NumberFigures(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Within which 95 of 100 values of a normal distribution lie, in deviations. */
    private static final double NORMAL_95 = 1.959963984540054;

    /**
     * The figures of some predictions.
     *
     * @param actual the true numbers
     * @param predicted as many
     */
    public static NumberFigures of(double[] actual, double[] predicted) {
        int examples = actual.length;
        if (examples == 0) {
            return NONE;
        }
        double[] errors = new double[examples];
        double[] sizes = new double[examples];
        double[] squares = new double[examples];
        for (int i = 0; i < examples; i++) {
            errors[i] = actual[i] - predicted[i];
            sizes[i] = Math.abs(errors[i]);
            squares[i] = errors[i] * errors[i];
        }
        double squared = mean(squares);
        double variance = variance(actual);
        return new NumberFigures(
                examples,
                Math.sqrt(squared),
                examples < 2 ? Double.NaN : Math.sqrt(variance(squares) * examples / (examples - 1)),
                mean(sizes),
                median(sizes),
                examples < 2 ? Double.NaN : explained(squared, variance),
                explained(variance(errors), variance));
    }

    private static double explained(double error, double variance) {
        if (variance == 0) {
            return error == 0 ? 1 : 0;
        }
        return 1 - error / variance;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Exactly 0 of equal values, whose mean may differ from them in the last digit. */
    private static double variance(double[] values) {
        if (Arrays.stream(values).allMatch(value -> value == values[0])) {
            return 0;
        }
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Whether no number was predicted. */
    public boolean missing() {
        return examples == 0;
    }

    /**
     * The ends of the 95 % interval of the root mean squared error, over other examples of the same kind: the normal one of the
     * mean squared error on a scale of logarithms, on which it cannot fall below 0, by the delta method (Oehlert 1992, The
     * American Statistician 46). NaN of fewer than two examples.
     *
     * @param end -1 for the low end, 1 for the high one
     */
    public double rootMeanSquaredErrorAt(int end) {
        if (rootMeanSquaredError == 0) {
            return examples < 2 ? Double.NaN : 0;
        }
        double squared = rootMeanSquaredError * rootMeanSquaredError;
        double spread = squaredErrorDeviation / Math.sqrt((double) examples) / squared;
        return rootMeanSquaredError * Math.exp(end * NORMAL_95 * spread / 2);
    }
}
