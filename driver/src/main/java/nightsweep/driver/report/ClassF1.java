package nightsweep.driver.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Table;

/**
 * How well the best configurations recognise each class.
 *
 * @param labels of the classes, in order
 * @param rows the best configuration first
 */
record ClassF1(List<String> labels, List<Row> rows) {
    static final int MOST_CONFIGURATIONS = 40;
    static final int MOST_CLASSES = 100;

    /**
     * One configuration.
     *
     * @param f1 of each class, the mean over completed repeats; NaN where there is none
     */
    record Row(long configuration, List<Double> f1) {}

    /** Found in the tables of configurations and of classes. */
    static ClassF1 of(List<Table> tables) {
        Table configurations = TableData.named("configurations", tables);
        Map<Long, Map<String, Mean>> best = new LinkedHashMap<>();
        int number = TableData.place("configuration", configurations);
        configurations.rows().stream()
                .limit(MOST_CONFIGURATIONS)
                .forEach(row -> best.put(count(row.get(number)), new LinkedHashMap<>()));
        tables.stream().filter(table -> table.name().equals("classes")).forEach(table -> fill(best, table));
        best.values().removeIf(Map::isEmpty);
        List<String> labels = best.values().stream()
                .flatMap(means -> means.keySet().stream())
                .distinct()
                .limit(MOST_CLASSES)
                .toList();
        return new ClassF1(
                labels,
                best.entrySet().stream()
                        .map(entry -> new Row(entry.getKey(), means(entry.getValue(), labels)))
                        .toList());
    }

    private static void fill(Map<Long, Map<String, Mean>> best, Table classes) {
        int configuration = TableData.place("configuration", classes);
        int label = TableData.place("class", classes);
        int f1 = TableData.place("f1", classes);
        for (int row = 0; row < classes.rows().size(); row++) {
            Map<String, Mean> means = best.get(count(classes.cell(row, configuration)));
            if (means != null && classes.cell(row, f1) instanceof Cell.Score score) {
                means.computeIfAbsent(classes.cell(row, label).exact(), key -> new Mean())
                        .add(score.value());
            }
        }
    }

    private static List<Double> means(Map<String, Mean> means, List<String> labels) {
        List<Double> values = new ArrayList<>();
        labels.forEach(label -> values.add(means.getOrDefault(label, new Mean()).value()));
        return values;
    }

    private static long count(Cell cell) {
        return cell instanceof Cell.Count count ? count.count() : 0;
    }

    /** A mean that is still growing. */
    private static final class Mean {
        private double sum;
        private int n;

        void add(double value) {
            sum += value;
            n++;
        }

        double value() {
            return n == 0 ? Double.NaN : sum / n;
        }
    }
}
