package nightsweep.driver.summary.ranking;

import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.sweep.Objective;

/** One evaluation in four figures, each NaN where it is not defined. */
public record Measured(double loss, double accuracy, double macroF1, double weightedF1) {

    /** Where nothing was measured. */
    static final Measured NOTHING = new Measured(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    static Measured of(Evaluation evaluation) {
        return new Measured(
                value(evaluation, Objective.Metric.LOSS),
                value(evaluation, Objective.Metric.ACCURACY),
                value(evaluation, Objective.Metric.MACRO_F1),
                value(evaluation, Objective.Metric.WEIGHTED_F1));
    }

    /** One figure of an evaluation, without working out the others. */
    static double value(Evaluation evaluation, Objective.Metric metric) {
        return switch (metric) {
            case ACCURACY -> evaluation.confusion().accuracy();
            case MACRO_F1 -> evaluation.confusion().macroAverage().f1();
            case WEIGHTED_F1 -> evaluation.confusion().weightedAverage().f1();
            case LOSS -> evaluation.loss();
        };
    }

    double value(Objective.Metric metric) {
        return switch (metric) {
            case ACCURACY -> accuracy;
            case MACRO_F1 -> macroF1;
            case WEIGHTED_F1 -> weightedF1;
            case LOSS -> loss;
        };
    }
}
