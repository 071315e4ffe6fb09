package nightsweep.driver.summary;

import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.sweep.Objective;

/** One evaluation in four figures, each NaN where it is not defined. */
record Measured(double loss, double accuracy, double macroF1, double weightedF1) {

    /** Where nothing was measured. */
    static final Measured NOTHING = new Measured(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    static Measured of(Evaluation evaluation) {
        return new Measured(
                evaluation.loss(),
                evaluation.confusion().accuracy(),
                evaluation.confusion().macroAverage().f1(),
                evaluation.confusion().weightedAverage().f1());
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
