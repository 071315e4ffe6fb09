package nightsweep.experiments.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What can be answered to metrics that other tools have, or have under other names. */
final class MetricGuess {
    private static final String AREA =
            "Take roc-auc, the mean over each class against the others, weighted-roc-auc, or {metric: class-roc-auc, class: NAME}.";
    private static final String PRECISIONS =
            "Take average-precision, the mean over the classes, weighted-average-precision, or {metric: class-average-precision, class: NAME}.";
    private static final String F1 =
            "Take macro-f1, weighted-f1, or {metric: class-f1, class: NAME}; micro F1 is accuracy where each example has one class.";
    private static final String OF_CLASS =
            "Take {metric: class-precision, class: NAME} or {metric: class-recall, class: NAME};"
                    + " the mean of the classes' recalls is balanced-accuracy.";
    private static final Map<String, String> ANSWERS = answers();

    private MetricGuess() {}

    /** @param plain small letters and digits alone */
    static Optional<String> answer(String plain) {
        return Optional.ofNullable(ANSWERS.get(plain));
    }

    private static Map<String, String> answers() {
        Map<String, String> answers = new HashMap<>();
        put(answers, AREA, "auc", "roc", "auroc", "rocaucovr", "rocaucovo", "areaunderroc", "macrorocauc");
        put(
                answers,
                PRECISIONS,
                "ap",
                "map",
                "prauc",
                "aucpr",
                "auprc",
                "averageprecisionscore",
                "macroaverageprecision");
        put(answers, F1, "f1", "f1score", "fscore", "microf1", "f1micro", "f1macro", "f1weighted", "f1binary");
        put(answers, OF_CLASS, "precision", "recall", "sensitivity", "specificity", "macrorecall", "macroprecision");
        put(answers, "It is called matthews-correlation.", "mcc", "matthewscorrcoef", "phi", "rk");
        put(answers, "It is called cohens-kappa.", "kappa", "cohenkappascore");
        put(
                answers,
                "It is called log-loss.",
                "nll",
                "negloglikelihood",
                "crossentropy",
                "neglogloss",
                "logarithmicloss");
        put(answers, "It is called brier-score.", "brier", "brierloss", "brierscoreloss", "negbrierscore");
        put(answers, "It is called calibration-error.", "ece", "expectedcalibrationerror");
        put(
                answers,
                "Take top-2-accuracy, top-3-accuracy or top-5-accuracy.",
                "topk",
                "topkaccuracy",
                "top5",
                "top3",
                "top2");
        put(
                answers,
                "Take rmse, which is in the unit of the number and ranks alike.",
                "mse",
                "meansquarederror",
                "negmeansquarederror",
                "rootmeansquarederror",
                "negrootmeansquarederror");
        put(answers, "It is called mae.", "meanabsoluteerror", "negmeanabsoluteerror");
        put(answers, "It is called median-absolute-error.", "medianabsoluteerror", "medae");
        put(answers, "It is called r2.", "r2score", "rsquared", "coefficientofdetermination");
        return answers;
    }

    private static void put(Map<String, String> answers, String answer, String... names) {
        for (String name : names) {
            answers.put(name, answer);
        }
    }
}
