package nightsweep.driver.summary.tables;

import java.util.List;
import java.util.Locale;
import nightsweep.experiments.outcome.ClassScores;
import nightsweep.experiments.outcome.ConfusionMatrix;

/** The scores of each class and their averages as text, laid out as scikit-learn's classification report. */
public final class ClassificationReport {
    private static final String WEIGHTED = "weighted avg";

    private ClassificationReport() {}

    /** The report, with four decimals. */
    public static String text(ConfusionMatrix confusion) {
        List<ClassScores> classes = confusion.classes();
        int width = classes.stream().mapToInt(scores -> scores.label().length()).reduce(WEIGHTED.length(), Math::max);
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT, "%" + width + "s  %9s %9s %9s %9s\n\n", "", "precision", "recall", "f1-score", "support"));
        classes.forEach(scores -> text.append(line(width, scores.label(), scores)));
        text.append(String.format(
                Locale.ROOT,
                "\n%" + width + "s  %9s %9s %9.4f %9d\n",
                "accuracy",
                "",
                "",
                confusion.accuracy(),
                confusion.examples()));
        text.append(line(width, "macro avg", confusion.macroAverage()));
        text.append(line(width, WEIGHTED, confusion.weightedAverage()));
        return text.toString();
    }

    private static String line(int width, String name, ClassScores scores) {
        return String.format(
                Locale.ROOT,
                "%" + width + "s  %9.4f %9.4f %9.4f %9d\n",
                name,
                scores.precision(),
                scores.recall(),
                scores.f1(),
                scores.support());
    }
}
