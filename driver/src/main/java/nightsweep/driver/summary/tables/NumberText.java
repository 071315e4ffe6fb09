package nightsweep.driver.summary.tables;

import java.util.Locale;
import nightsweep.experiments.outcome.NumberFigures;

/** The figures of predicted numbers as a person reads them, in the numbers' own unit. */
public final class NumberText {
    private NumberText() {}

    public static String of(NumberFigures figures) {
        return line("root mean squared error", figures.rootMeanSquaredError())
                        .replace(
                                "\n",
                                String.format(
                                        Locale.ROOT,
                                        "  (95 %% interval over examples %s to %s)%n",
                                        number(figures.rootMeanSquaredErrorAt(-1)),
                                        number(figures.rootMeanSquaredErrorAt(1))))
                + line("mean absolute error", figures.meanAbsoluteError())
                + line("median absolute error", figures.medianAbsoluteError())
                + line("R\u00b2", figures.r2())
                + line("explained variance", figures.explainedVariance())
                + String.format(Locale.ROOT, "%-25s %,14d%n", "examples", figures.examples());
    }

    private static String line(String name, double figure) {
        return String.format(Locale.ROOT, "%-25s %14s\n", name, number(figure));
    }

    private static String number(double figure) {
        return Double.isNaN(figure) ? "unknown" : String.format(Locale.ROOT, "%.6g", figure);
    }
}
