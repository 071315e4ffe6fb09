package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
                table.numbers().length > 0
                        ? new ColumnFacts(
                                table.labelName(),
                                "number to predict",
                                table.leftOut(),
                                distinct(Arrays.stream(table.numbers())),
                                range(Arrays.stream(table.numbers())),
                                "")
                        : new ColumnFacts(
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
                category ? String.valueOf(raw.values().size()) : distinct(values(column)),
                category ? shown(raw.values()) : raw.use() == ColumnUse.NUMBER ? range(values(column)) : "",
                doubt(raw, column));
    }

    private String doubt(RawColumn raw, int column) {
        String known = remarks.inShort(column);
        if (known.isEmpty() && raw.leadingZeros()) {
            return "codes?";
        }
        return known.isEmpty() && raw.missing() * 2 > table.rows() ? "mostly missing" : known;
    }

    private DoubleStream values(int column) {
        return IntStream.range(0, table.rows())
                .mapToDouble(row -> table.at(row, column))
                .filter(value -> !Double.isNaN(value));
    }

    private static String distinct(DoubleStream values) {
        long seen = values.distinct().limit(MOST_COUNTED + 1L).count();
        return seen > MOST_COUNTED ? "over " + MOST_COUNTED : String.valueOf(seen);
    }

    private static String range(DoubleStream values) {
        DoubleSummaryStatistics all = values.summaryStatistics();
        return all.getCount() == 0 ? "" : number(all.getMin()) + " to " + number(all.getMax());
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
