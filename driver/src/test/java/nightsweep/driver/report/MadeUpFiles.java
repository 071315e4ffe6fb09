package nightsweep.driver.report;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
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

    private static String quoted(String label) {
        return '"' + label.replace("\"", "\"\"") + '"';
    }
}
