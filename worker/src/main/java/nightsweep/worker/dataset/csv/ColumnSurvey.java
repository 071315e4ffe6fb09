package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nightsweep.experiments.dataset.ColumnFacts;
import nightsweep.experiments.dataset.ColumnUse;
import nightsweep.worker.dataset.csv.cell.TextOrder;
import nightsweep.worker.dataset.source.RawColumn;

/** What there is to say of each column of a training table, in its order; then of those that are left out. */
record ColumnSurvey(CsvTable table, CsvRemarks remarks) {
    private static final int MOST_COUNTED = 1_000;
    private static final int MOST_SHOWN = 24;

    List<ColumnFacts> all() {
        Map<Integer, ColumnFacts> byPlace = new TreeMap<>();
        List<RawColumn> columns = table.kinds().columns();
        for (int column = 0; column < columns.size(); column++) {
            byPlace.put(columns.get(column).place(), of(column));
        }
        byPlace.put(
                table.labelPlace(),
                new ColumnFacts(
                        table.labelName(),
                        "label",
                        0,
                        String.valueOf(table.texts().size()),
                        shown(TextOrder.sorted(table.texts())),
                        ""));
        List<ColumnFacts> all = new ArrayList<>(byPlace.values());
        table.kinds()
                .unused()
                .forEach(name -> all.add(new ColumnFacts(name, ColumnUse.IGNORED.label(), 0, "", "", "")));
        return all;
    }

    private ColumnFacts of(int column) {
        RawColumn raw = table.kinds().columns().get(column);
        boolean category = raw.use() == ColumnUse.CATEGORY;
        return new ColumnFacts(
                Heading.told(raw.name()),
                raw.use().label(),
                raw.missing(),
                category ? String.valueOf(raw.values().size()) : distinct(column),
                category ? shown(raw.values()) : raw.use() == ColumnUse.NUMBER ? range(column) : "",
                doubt(raw, column));
    }

    private String doubt(RawColumn raw, int column) {
        String known = remarks.inShort(column);
        if (known.isEmpty() && raw.leadingZeros()) {
            return "codes?";
        }
        return known.isEmpty() && raw.missing() * 2 > table.rows() ? "mostly missing" : known;
    }

    private String distinct(int column) {
        Set<Double> seen = new HashSet<>();
        for (int row = 0; row < table.rows(); row++) {
            double value = table.at(row, column);
            if (!Double.isNaN(value)) {
                seen.add(value);
            }
            if (seen.size() > MOST_COUNTED) {
                return "over " + MOST_COUNTED;
            }
        }
        return String.valueOf(seen.size());
    }

    private String range(int column) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < table.rows(); row++) {
            double value = table.at(row, column);
            if (!Double.isNaN(value)) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        return least > greatest ? "" : number(least) + " to " + number(greatest);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.6g", value)
                        .replaceAll("(\\.[0-9]*?)0+(e|$)", "$1$2")
                        .replaceAll("\\.(e|$)", "$1");
    }

    private static String shown(List<String> values) {
        String all = String.join(", ", values.subList(0, Math.min(MOST_SHOWN, values.size())));
        return all.length() <= MOST_SHOWN ? all : all.substring(0, MOST_SHOWN) + "...";
    }
}
