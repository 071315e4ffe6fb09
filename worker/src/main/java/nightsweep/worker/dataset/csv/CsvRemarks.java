package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.worker.dataset.csv.cell.CellNumber;
import nightsweep.worker.dataset.csv.cell.Quantity;

/**
 * What is doubtful about a training table: columns that give the class away or say nothing, labels that are no classes, lost
 * digits.
 */
final class CsvRemarks {
    /** In smaller tables coincidences are usual. */
    private static final int LEAST_ROWS = 10;

    private static final Pattern ID =
            Pattern.compile("(?i:id|.*[_ .-]id|.*[_ .-]?(uuid|guid)|index|.*[_ .-](index|idx)|idx|unnamed: ?[0-9]+|row"
                    + "|row[_ .-]?(names?|number|nr|no|num)|rownum|nr|no|number|.*[_ .-](nr|no|number|key)\\.?|key|record|serial"
                    + "|sample)|.*[a-z0-9](Id|ID|Index|Key|Nr|No)");
    /** Of a column's range: what rounding to single precision may cost. */
    private static final double FINE = 1e-5;

    private final CsvTable table;
    private final DataSource.Header header;

    CsvRemarks(CsvTable table, DataSource.Header header) {
        this.table = table;
        this.header = header;
    }

    List<DataRemark> all() {
        List<DataRemark> remarks = new ArrayList<>();
        if (header == DataSource.Header.PRESENT
                && table.names().stream().allMatch(CellNumber::is)
                && table.texts().contains(table.labelName())) {
            remarks.add(new DataRemark(
                    Doubt.VALUES_AS_NAMES,
                    "The first line looks like a row of values, but is taken for the names of columns, so that it is not"
                            + " learnt from: if columns have no names, say header: absent."));
        }
        if (IntStream.range(0, table.width()).allMatch(column -> range(column) == 0)) {
            remarks.add(new DataRemark(
                    Doubt.CONSTANT_COLUMNS,
                    "No column has different numbers in different rows, so there is nothing to learn from."));
        }
        if (Quantity.is(table.texts(), table.rows())) {
            remarks.add(new DataRemark(
                    Doubt.QUANTITY_AS_CLASSES,
                    "The labels in " + table.label() + " look like a quantity ("
                            + table.texts().size()
                            + " different numbers in " + table.rows()
                            + " rows), but each number is learnt as a class of its own: say target: number to predict it,"
                            + " or name the column of classes."));
        }
        markers().ifPresent(remarks::add);
        Set<Integer> leaks = new HashSet<>();
        for (int column = 0; column < table.width(); column++) {
            Optional<DataRemark> leak = leak(column);
            if (leak.isPresent()) {
                leaks.add(column);
                remarks.add(leak.get());
            }
            if (table.rounded()[column] > 0 && table.rounded()[column] >= FINE * range(column)) {
                remarks.add(new DataRemark(
                        Doubt.ROUNDED_NUMBERS,
                        "The numbers of " + table.columns().get(column)
                                + " have more digits than double precision keeps, and were rounded by up to "
                                + String.format(Locale.ROOT, "%.0f", table.rounded()[column])
                                + ": take a number off all of them in the table, or leave the column out."));
            }
            if (isFine(column)) {
                remarks.add(new DataRemark(
                        Doubt.LOST_DIGITS,
                        "The numbers of " + table.columns().get(column)
                                + " differ by less than single precision tells apart so far from 0, and this scaling"
                                + " keeps them there: use {standardize: column}."));
            }
        }
        if (table.numbers().length > 0) {
            LinearCopies.of(table).ifPresent(remarks::add);
            return remarks;
        }
        new TellingColumns(table).remark(column -> !leaks.contains(column)).ifPresent(remarks::add);
        return remarks;
    }

    /** What is doubtful of a column, in a few words; empty for nothing. */
    String inShort(int column) {
        if (table.rows() >= LEAST_ROWS && sameAsLabel(column)) {
            return "says the label";
        }
        boolean id = header == DataSource.Header.PRESENT && isId(column);
        if (table.rows() >= LEAST_ROWS && (id || !numbering(column).isEmpty())) {
            return "id or row number";
        }
        return range(column) == 0 ? "constant" : "";
    }

    /** Whether some column has to be scaled in double precision. */
    boolean needDoubles() {
        for (int column = 0; column < table.width(); column++) {
            if (isFine(column)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFine(int column) {
        double lost = 0;
        for (int row = 0; row < table.rows(); row++) {
            double value = table.at(row, column);
            lost = Double.isNaN(value) ? lost : Math.max(lost, Math.abs(value - (float) value));
        }
        return lost > FINE * range(column);
    }

    private double range(int column) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < table.rows(); row++) {
            double value = table.at(row, column);
            if (!Double.isNaN(value)) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        return least > greatest ? 0 : greatest - least;
    }

    /** Columns each of which marks a class, so that together they say the label. */
    private Optional<DataRemark> markers() {
        if (table.rows() < LEAST_ROWS || table.texts().size() < 3) {
            return Optional.empty();
        }
        Map<Integer, String> marked = new LinkedHashMap<>();
        for (int column = 0; column < table.width(); column++) {
            String name = table.columns().get(column);
            markedBy(column).ifPresent(label -> marked.putIfAbsent(label, name));
        }
        return marked.size() < table.texts().size() - 1
                ? Optional.empty()
                : Optional.of(new DataRemark(
                        Doubt.LEAKED_LABEL,
                        String.join(" and ", marked.values())
                                + " together say the same as the label in every row, so there"
                                + " is nothing to learn: leave them out of the table, unless they are known before the"
                                + " class is."));
    }

    /** The label of all rows in which a column of two values has one of them, where no other row has that label. */
    private Optional<Integer> markedBy(int column) {
        Map<Double, Set<Integer>> labels = new LinkedHashMap<>();
        for (int row = 0; row < table.rows() && labels.size() <= 2; row++) {
            labels.computeIfAbsent(table.at(row, column), value -> new HashSet<>())
                    .add(table.labels()[row]);
        }
        List<Set<Integer>> both = List.copyOf(labels.values());
        if (both.size() != 2) {
            return Optional.empty();
        }
        return IntStream.range(0, 2)
                .filter(one -> both.get(one).size() == 1 && Collections.disjoint(both.get(one), both.get(1 - one)))
                .mapToObj(one -> both.get(one).iterator().next())
                .findFirst();
    }

    private Optional<DataRemark> leak(int column) {
        if (table.rows() < LEAST_ROWS) {
            return Optional.empty();
        }
        String name = table.columns().get(column);
        if (sameAsLabel(column)) {
            return Optional.of(new DataRemark(
                    Doubt.LEAKED_LABEL,
                    name + " says the same as the label in every row, so there is nothing to learn: leave it out of the"
                            + " table, unless it is known before the class is."));
        }
        String what = numbering(column);
        if (what.isEmpty() && header == DataSource.Header.PRESENT && isId(column)) {
            what = " looks like an id";
        }
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of(new DataRemark(
                        Doubt.ROW_NUMBERS,
                        name + what + ", which gives the class away where rows are sorted, and says nothing of new"
                                + " examples: leave it out of the table."));
    }

    /** How a column of whole numbers follows the rows, to follow its name; empty where it does not. */
    private String numbering(int column) {
        if (!table.isNumber(column) || !isWholeAndDistinct(column)) {
            return "";
        }
        boolean counts = true;
        boolean rises = true;
        boolean falls = true;
        for (int row = 1; row < table.rows(); row++) {
            double step = table.at(row, column) - table.at(row - 1, column);
            counts &= step == 1;
            rises &= step > 0;
            falls &= step < 0;
        }
        if (counts) {
            return " counts the rows";
        }
        if (rises || falls) {
            return rises ? " rises from each row to the next" : " falls from each row to the next";
        }
        return range(column) == table.rows() - 1 ? " numbers the rows, in some order" : "";
    }

    /** Whole numbers, no two the same, without a name or with one that says so. */
    private boolean isId(int column) {
        if (!table.columns().get(column).matches("column [0-9]+")
                && !ID.matcher(table.names().get(column)).matches()) {
            return false;
        }
        return table.isNumber(column) && isWholeAndDistinct(column);
    }

    private boolean isWholeAndDistinct(int column) {
        Set<Double> seen = new HashSet<>();
        for (int row = 0; row < table.rows(); row++) {
            double value = table.at(row, column);
            if (!(value == Math.rint(value)) || !seen.add(value)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameAsLabel(int column) {
        Map<Double, Integer> labels = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            int label = table.labels()[row];
            Integer known = labels.putIfAbsent(table.at(row, column), label);
            if ((known != null && known != label)
                    || labels.size() > table.texts().size()) {
                return false;
            }
        }
        return labels.size() == table.texts().size();
    }
}
