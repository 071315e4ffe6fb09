package nightsweep.benchmark.curves;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import nightsweep.benchmark.search.Rows;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** Curves of the trainings of one task, one a setting. */
final class CurveFile {
    private final String name;
    private final CurveFamily family;
    /** By setting, then by epoch, from 1. */
    private final double[][] losses;

    private final double[] millis;
    private final double least;
    private final double usual;

    /** @throws IOException where it has no curves */
    CurveFile(Rows rows, CurveFamily family) throws IOException {
        this.name = rows.name();
        this.family = family;
        List<String> epochs = rows.header().stream()
                .filter(column -> column.matches(family.epochs()))
                .toList();
        if (epochs.size() < 2 || rows.records().isEmpty()) {
            throw new IOException(name + " has no curves: there are no columns " + family.epochs() + ".");
        }
        this.losses = new double[rows.records().size()][];
        this.millis = new double[losses.length];
        Arrays.fill(millis, 1);
        for (int i = 0; i < losses.length; i++) {
            CSVRecord row = rows.records().get(i);
            losses[i] = epochs.stream()
                    .mapToDouble(column -> family.loss(row.get(column)))
                    .toArray();
            if (row.isMapped(CurveFamily.TIME)) {
                millis[i] = Double.parseDouble(row.get(CurveFamily.TIME)) / epochs.size();
            }
        }
        double[] last = Arrays.stream(losses)
                .mapToDouble(curve -> curve[curve.length - 1])
                .map(loss -> Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss)
                .sorted()
                .toArray();
        this.least = last[0];
        this.usual = new Median().evaluate(last);
    }

    String name() {
        return name;
    }

    CurveFamily family() {
        return family;
    }

    int settings() {
        return losses.length;
    }

    int epochs() {
        return losses[0].length;
    }

    /** What one epoch of a setting takes, in some unit of time. */
    double time(int setting) {
        return millis[setting];
    }

    double loss(int setting, int epoch) {
        return losses[setting][epoch - 1];
    }

    /** How much worse than the best one a setting is at the end: 0 for the best of all, 1 for the median. */
    double regret(int setting) {
        return (loss(setting, epochs()) - least) / (usual - least);
    }
}
