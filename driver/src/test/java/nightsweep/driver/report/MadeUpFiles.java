package nightsweep.driver.report;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import nightsweep.driver.report.trial.TrialFiles;
import nightsweep.experiments.sweep.TrialId;

/** The files of trials that nobody trained. */
final class MadeUpFiles {
    private static final int SIDE = 8;

    private MadeUpFiles() {}

    /** Of each trial the same, with labels that hold no quotes. */
    static TrialFiles of(List<String> labels) {
        return (trial, name) -> switch (name) {
            case "roc.csv" ->
                Optional.of(curves("class,false-positive-rate,true-positive-rate,threshold\n", labels, 0.2));
            case "precision-recall.csv" -> Optional.of(curves("class,recall,precision,threshold\n", labels, 3));
            case "wrong.csv" -> Optional.of(wrong(labels, trial));
            case "border.csv" -> labels.size() == 2 ? Optional.of(border(trial)) : Optional.empty();
            case "border-points.csv" -> labels.size() == 2 ? Optional.of(points(labels)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String curves(String heading, List<String> labels, double bend) {
        StringBuilder csv = new StringBuilder(heading);
        for (int label = 0; label < labels.size() + 2; label++) {
            String name = label < labels.size()
                    ? quoted(labels.get(label))
                    : label == labels.size() ? "macro average" : "micro average";
            for (int i = 0; i <= 200; i++) {
                double x = i / 200.0;
                double y = Math.pow(x, bend * (1 + 0.1 * label));
                csv.append(String.format(
                        Locale.ROOT, "%s,%.4f,%.4f,%s%n", name, x, bend > 1 ? 1 - y : y, i == 0 ? "" : "0.5"));
            }
        }
        return csv.toString();
    }

    private static String wrong(List<String> labels, TrialId trial) {
        Random random = new Random(trial.text().hashCode());
        StringBuilder csv = new StringBuilder("example,actual,predicted,probability,channels,height,width,pixels\n");
        for (int i = 0; i < 16; i++) {
            byte[] pixels = new byte[SIDE * SIDE];
            random.nextBytes(pixels);
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%s,%s,%.4f,1,%d,%d,%s%n",
                    i * 7,
                    quoted(labels.get(i % labels.size())),
                    quoted(labels.get((i + 1) % labels.size())),
                    1 - i / 100.0,
                    SIDE,
                    SIDE,
                    Base64.getEncoder().encodeToString(pixels)));
        }
        return csv.toString();
    }

    /** A disc that is taken for the second class. */
    private static String border(TrialId trial) {
        double radius = 0.3 + 0.6 * new Random(trial.text().hashCode()).nextDouble();
        StringBuilder csv = new StringBuilder("y");
        for (int column = 0; column < SIDE; column++) {
            csv.append(String.format(Locale.ROOT, ",%.4f", middle(column)));
        }
        for (int row = 0; row < SIDE; row++) {
            csv.append(String.format(Locale.ROOT, "%n%.4f", -middle(row)));
            for (int column = 0; column < SIDE; column++) {
                double lean = 1 / (1 + Math.exp(8 * (Math.hypot(middle(row), middle(column)) - radius)));
                csv.append(String.format(Locale.ROOT, ",%.4f", lean));
            }
        }
        return csv.append('\n').toString();
    }

    private static double middle(int cell) {
        return (cell + 0.5) / SIDE * 2 - 1;
    }

    /** Each name as the worker writes it: with an apostrophe where a spreadsheet would run it. */
    private static String points(List<String> labels) {
        StringBuilder csv = new StringBuilder("set,x,y,class\n");
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            String name = labels.get(i % 2);
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%.4f,%.4f,%s%n",
                    i < 50 ? "train" : "test",
                    random.nextDouble() - 0.5,
                    random.nextDouble() - 0.5,
                    quoted(name.startsWith("=") ? "'" + name : name)));
        }
        return csv.toString();
    }

    private static String quoted(String label) {
        return '"' + label.replace("\"", "\"\"") + '"';
    }
}
