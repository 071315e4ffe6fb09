package nightsweep.driver.summary.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.outcome.Areas;
import nightsweep.experiments.outcome.ClassCounts;
import nightsweep.experiments.outcome.ClassScores;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.OutputFigures;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Objective;

/** One evaluation in every metric, each NaN where it is not defined. */
public final class Measured {
    private static final List<Metric> METRICS = List.of(Metric.values());

    /** Where nothing was measured. */
    static final Measured NOTHING = new Measured(nothing());

    /** In the order of {@link #METRICS}: many are kept in memory. */
    private final double[] values;

    private Measured(double[] values) {
        this.values = values;
    }

    /** @param ofClass the class that metrics of one class are about; where there is none, those are not defined */
    static Measured of(Evaluation evaluation, Optional<String> ofClass) {
        double[] values = nothing();
        ClassCounts counts = evaluation.confusion().classCounts();
        for (int i = 0; i < values.length; i++) {
            Metric metric = METRICS.get(i);
            if (ofClass.isPresent() || !metric.ofOneClass()) {
                values[i] = value(evaluation, counts, metric, ofClass.orElse(""));
            }
        }
        return new Measured(values);
    }

    private static double[] nothing() {
        double[] values = new double[METRICS.size()];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** What an objective asks of an evaluation, without working out the others. */
    static double value(Evaluation evaluation, Objective objective) {
        return value(
                evaluation,
                evaluation.confusion().classCounts(),
                objective.metric(),
                objective.ofClass().orElse(""));
    }

    private static double value(Evaluation evaluation, ClassCounts counts, Metric metric, String ofClass) {
        OutputFigures outputs = evaluation.outputs();
        Areas roc = outputs.separation().roc();
        Areas precisions = outputs.separation().precisionRecall();
        return switch (metric) {
            case ACCURACY -> evaluation.confusion().accuracy();
            case BALANCED_ACCURACY -> counts.balancedAccuracy();
            case MACRO_F1 -> counts.macroAverage().f1();
            case WEIGHTED_F1 -> counts.weightedAverage().f1();
            case MATTHEWS_CORRELATION -> counts.matthewsCorrelation();
            case COHENS_KAPPA -> counts.cohensKappa();
            case CLASS_F1 -> scores(counts, ofClass).map(ClassScores::f1).orElse(Double.NaN);
            case CLASS_PRECISION ->
                scores(counts, ofClass).map(ClassScores::precision).orElse(Double.NaN);
            case CLASS_RECALL ->
                scores(counts, ofClass).map(ClassScores::recall).orElse(Double.NaN);
            case ROC_AUC -> roc.macro();
            case WEIGHTED_ROC_AUC -> weighted(roc, counts);
            case CLASS_ROC_AUC -> area(roc, counts, ofClass);
            case AVERAGE_PRECISION -> precisions.macro();
            case WEIGHTED_AVERAGE_PRECISION -> weighted(precisions, counts);
            case CLASS_AVERAGE_PRECISION -> area(precisions, counts, ofClass);
            case TOP_2_ACCURACY, TOP_3_ACCURACY, TOP_5_ACCURACY -> outputs.topAccuracy(metric.top());
            case LOSS -> evaluation.loss();
            case LOG_LOSS -> outputs.probabilities().logLoss();
            case BRIER_SCORE -> outputs.probabilities().brierScore();
            case CALIBRATION_ERROR -> outputs.probabilities().calibrationError();
            case ROOT_MEAN_SQUARED_ERROR -> evaluation.numbers().rootMeanSquaredError();
            case MEAN_ABSOLUTE_ERROR -> evaluation.numbers().meanAbsoluteError();
            case MEDIAN_ABSOLUTE_ERROR -> evaluation.numbers().medianAbsoluteError();
            case R2 -> evaluation.numbers().r2();
            case EXPLAINED_VARIANCE -> evaluation.numbers().explainedVariance();
        };
    }

    private static Optional<ClassScores> scores(ClassCounts counts, String label) {
        int place = counts.labels().indexOf(label);
        return place < 0 ? Optional.empty() : Optional.of(counts.scores(place));
    }

    private static double area(Areas areas, ClassCounts counts, String label) {
        int place = counts.labels().indexOf(label);
        return place < 0 || place >= areas.classes().size()
                ? Double.NaN
                : areas.classes().get(place);
    }

    /** The mean of the classes' areas that are defined, each counting as often as it has examples. */
    private static double weighted(Areas areas, ClassCounts counts) {
        double sum = 0;
        double examples = 0;
        for (int i = 0; i < areas.classes().size(); i++) {
            double area = areas.classes().get(i);
            if (!Double.isNaN(area)) {
                sum += area * counts.support(i);
                examples += counts.support(i);
            }
        }
        return sum / examples;
    }

    /** The figure of a metric. */
    public double value(Metric metric) {
        return values[METRICS.indexOf(metric)];
    }

    public double loss() {
        return value(Metric.LOSS);
    }

    public double accuracy() {
        return value(Metric.ACCURACY);
    }

    public double macroF1() {
        return value(Metric.MACRO_F1);
    }

    public double weightedF1() {
        return value(Metric.WEIGHTED_F1);
    }
}
