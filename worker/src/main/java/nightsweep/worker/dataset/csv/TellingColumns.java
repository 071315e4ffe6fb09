package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;

/**
 * Columns of a table each of which tells the class of every row by itself: each class has a range of its numbers to itself, or
 * each number, of several rows as a rule, stands beside one class only. Not where that may be chance, as it may be in few rows.
 */
final class TellingColumns {
    /** How likely any column at all tells so by chance, were the labels dealt out to the rows anew. */
    private static final double CHANCE = 1e-6;

    /** Columns of more numbers than this are measurements, and looked at for ranges only. */
    private static final int MOST_NUMBERS = 4_096;

    /** Named one by one. */
    private static final int MOST_NAMED = 3;

    private final CsvTable table;

    /** Rows of each class, repeated ones once. */
    private final int[] counts;

    private final double chance;

    TellingColumns(CsvTable table) {
        this.table = table;
        counts = table.distinctRows();
        chance = Math.log(CHANCE / Math.max(1, table.width()));
    }

    /** @param looked which columns are looked at */
    Optional<DataRemark> remark(IntPredicate looked) {
        List<String> told = IntStream.range(0, table.width())
                .filter(looked)
                .mapToObj(column -> how(column).map(how -> table.columns().get(column) + how))
                .flatMap(Optional::stream)
                .toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        List<String> named = new ArrayList<>(told.subList(0, Math.min(MOST_NAMED, told.size())));
        int more = told.size() - named.size();
        if (more > 0) {
            named.add("so " + (more == 1 ? "does another column" : "do " + more + " other columns"));
        }
        boolean one = told.size() == 1;
        return Optional.of(new DataRemark(
                Doubt.LEAKED_LABEL,
                String.join("; ", named) + ". " + (one ? "Is it" : "Are they")
                        + " known before the class is? If not, leave "
                        + (one ? "it" : "them") + " out of the table; if so, a rule on " + (one ? "it" : "one of them")
                        + " alone does as well as a network."));
    }

    private Optional<String> how(int column) {
        String start = " alone tells the class of all " + table.rows() + " rows: ";
        if (table.isNumber(column) && rangesAreSurprising() && hasRanges(column)) {
            return Optional.of(start + "each class has a range of its numbers to itself");
        }
        int[] numbers = numbersOfClasses(column);
        int all = Arrays.stream(numbers).sum();
        boolean repeated = IntStream.range(0, numbers.length).allMatch(label -> 2L * numbers[label] <= counts[label]);
        return all > 0 && repeated && (rows() - all) * Math.log(largestShare()) < chance
                ? Optional.of(start + "each of its " + all + " numbers stands beside one class only")
                : Optional.empty();
    }

    /** Of all orders of the labels, those in which every class stands in one piece are few. */
    private boolean rangesAreSurprising() {
        double orders = logFactorial(rows());
        for (int count : counts) {
            orders -= logFactorial(count);
        }
        return logFactorial(counts.length) - orders < chance;
    }

    private static double logFactorial(int n) {
        double sum = 0;
        for (int factor = 2; factor <= n; factor++) {
            sum += Math.log(factor);
        }
        return sum;
    }

    private int rows() {
        return Arrays.stream(counts).sum();
    }

    private double largestShare() {
        return (double) Arrays.stream(counts).max().orElseThrow() / rows();
    }

    private boolean hasRanges(int column) {
        double[][] ranges = new double[counts.length][];
        Arrays.setAll(ranges, label -> new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
        for (int row = 0; row < table.rows(); row++) {
            double[] range = ranges[table.labels()[row]];
            range[0] = Math.min(range[0], table.at(row, column));
            range[1] = Math.max(range[1], table.at(row, column));
        }
        Arrays.sort(ranges, Comparator.comparingDouble(range -> range[0]));
        return IntStream.range(1, ranges.length).allMatch(i -> ranges[i - 1][1] < ranges[i][0]);
    }

    /** How many numbers of a column stand beside each class; none where one stands beside two, or they are very many. */
    private int[] numbersOfClasses(int column) {
        int[] numbers = new int[counts.length];
        Map<Double, Integer> labels = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            int label = table.labels()[row];
            Integer known = labels.putIfAbsent(table.at(row, column), label);
            if ((known != null && known != label) || labels.size() > MOST_NUMBERS) {
                return new int[counts.length];
            }
            numbers[label] += known == null ? 1 : 0;
        }
        return numbers;
    }
}
