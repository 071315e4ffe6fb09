package nightsweep.experiments.sweep;

import nightsweep.experiments.Named;
import nightsweep.experiments.dataset.TargetKind;
import nightsweep.experiments.sweep.Objective.Goal;

/** A figure by which trials are compared: what is measured, on validation examples where there are any, else on test examples. */
public enum Metric implements Named {
    ACCURACY("accuracy", Needs.ANSWERS),
    BALANCED_ACCURACY("balanced-accuracy", Needs.ANSWERS),
    MACRO_F1("macro-f1", Needs.ANSWERS),
    WEIGHTED_F1("weighted-f1", Needs.ANSWERS),
    MATTHEWS_CORRELATION("matthews-correlation", Needs.ANSWERS),
    COHENS_KAPPA("cohens-kappa", Needs.ANSWERS),
    CLASS_F1("class-f1", Needs.ANSWERS),
    CLASS_PRECISION("class-precision", Needs.ANSWERS),
    CLASS_RECALL("class-recall", Needs.ANSWERS),
    ROC_AUC("roc-auc", Needs.OUTPUTS),
    WEIGHTED_ROC_AUC("weighted-roc-auc", Needs.OUTPUTS),
    CLASS_ROC_AUC("class-roc-auc", Needs.OUTPUTS),
    AVERAGE_PRECISION("average-precision", Needs.OUTPUTS),
    WEIGHTED_AVERAGE_PRECISION("weighted-average-precision", Needs.OUTPUTS),
    CLASS_AVERAGE_PRECISION("class-average-precision", Needs.OUTPUTS),
    TOP_2_ACCURACY("top-2-accuracy", Needs.OUTPUTS),
    TOP_3_ACCURACY("top-3-accuracy", Needs.OUTPUTS),
    TOP_5_ACCURACY("top-5-accuracy", Needs.OUTPUTS),
    LOSS("loss", Needs.ANSWERS),
    LOG_LOSS("log-loss", Needs.PROBABILITIES),
    BRIER_SCORE("brier-score", Needs.PROBABILITIES),
    CALIBRATION_ERROR("calibration-error", Needs.PROBABILITIES),
    ROOT_MEAN_SQUARED_ERROR("rmse", Needs.NUMBERS),
    MEAN_ABSOLUTE_ERROR("mae", Needs.NUMBERS),
    MEDIAN_ABSOLUTE_ERROR("median-absolute-error", Needs.NUMBERS),
    R2("r2", Needs.NUMBERS),
    EXPLAINED_VARIANCE("explained-variance", Needs.NUMBERS);

    private static final String OF_CLASS = "class-";
    private static final String TOP = "top-";

    private final String label;
    private final Needs needs;

    Metric(String label, Needs needs) {
        this.label = label;
        this.needs = needs;
    }

    /** What it is worked out from. */
    public enum Needs {
        /** The class that each example is taken for, or its loss. */
        ANSWERS,
        /** The output for each class. */
        OUTPUTS,
        /** Outputs that are probabilities. */
        PROBABILITIES,
        /** Numbers that are predicted, and no classes. */
        NUMBERS
    }

    @Override
    public String label() {
        return label;
    }

    /** What it is worked out from. */
    public Needs needs() {
        return needs;
    }

    /** The goal where a sweep file names none. */
    public Goal usualGoal() {
        return switch (this) {
            case LOSS,
                    LOG_LOSS,
                    BRIER_SCORE,
                    CALIBRATION_ERROR,
                    ROOT_MEAN_SQUARED_ERROR,
                    MEAN_ABSOLUTE_ERROR,
                    MEDIAN_ABSOLUTE_ERROR -> Goal.MINIMIZE;
            default -> Goal.MAXIMIZE;
        };
    }

    /** Whether it says something of examples of classes, or else of predicted numbers. */
    public boolean suits(TargetKind target) {
        return this == LOSS || (needs == Needs.NUMBERS) == (target == TargetKind.NUMBER);
    }

    /** Whether it is a figure of one class, which an objective has to name. */
    public boolean ofOneClass() {
        return label.startsWith(OF_CLASS);
    }

    /** Among how many of the highest outputs the class is looked for; 0 where it is not. */
    public int top() {
        return label.startsWith(TOP) ? label.charAt(TOP.length()) - '0' : 0;
    }
}
