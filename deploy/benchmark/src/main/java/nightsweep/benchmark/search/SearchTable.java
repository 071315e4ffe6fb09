package nightsweep.benchmark.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.search.Draws;
import nightsweep.experiments.search.space.Choices;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.search.space.Space;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** A space of which every configuration was trained, some times each. */
final class SearchTable {
    private static final String RESULT = "y\\d+";

    private final String name;
    private final TableFamily family;
    private final Space space;
    private final List<Map<String, Integer>> numbers = new ArrayList<>();
    /** By configuration, then by training. */
    private final double[][] losses;

    private final double[] means;
    private final double least;
    private final double usual;

    /** @throws IOException where combinations of its settings are missing */
    SearchTable(Rows rows, TableFamily family) throws IOException {
        this.name = rows.name();
        this.family = family;
        List<String> results =
                rows.header().stream().filter(column -> column.matches(RESULT)).toList();
        List<SearchAxis> axes = new ArrayList<>();
        int size = 1;
        for (String column : rows.header()) {
            if (!column.matches(RESULT)) {
                LinkedHashSet<String> values = new LinkedHashSet<>();
                rows.records().forEach(row -> values.add(row.get(column)));
                Map<String, Integer> numbered = new HashMap<>();
                values.forEach(value -> numbered.put(value, numbered.size()));
                numbers.add(numbered);
                axes.add(SearchAxis.of(column, new Choices(List.copyOf(values))));
                size *= values.size();
            }
        }
        this.space = new Space(axes, List.of());
        this.losses = new double[size][];
        this.means = new double[size];
        for (CSVRecord row : rows.records()) {
            int index = 0;
            for (int i = 0; i < axes.size(); i++) {
                index = index * numbers.get(i).size()
                        + numbers.get(i).getOrDefault(row.get(axes.get(i).name()), 0);
            }
            double[] figures = results.stream()
                    .map(row::get)
                    .filter(figure -> !figure.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            losses[index] = Arrays.stream(figures).map(family::loss).toArray();
            means[index] = family.loss(Arrays.stream(figures).sum() / figures.length);
        }
        if (Arrays.stream(losses).anyMatch(one -> one == null)) {
            throw new IOException(name + " is not a whole table: it has "
                    + rows.records().size() + " rows of " + size + " combinations of its settings.");
        }
        double[] sorted = means.clone();
        Arrays.sort(sorted);
        this.least = sorted[0];
        this.usual = new Median().evaluate(sorted);
    }

    String name() {
        return name;
    }

    TableFamily family() {
        return family;
    }

    Space space() {
        return space;
    }

    private int index(Point point) {
        int index = 0;
        for (int i = 0; i < numbers.size(); i++) {
            String value = point.values().get(space.axes().get(i).name());
            index = index * numbers.get(i).size() + numbers.get(i).getOrDefault(value, 0);
        }
        return index;
    }

    /** What one trial of a configuration shows. */
    double seen(Point point, Draws draws) {
        int index = index(point);
        return switch (family.seen()) {
            case MEAN -> means[index];
            case ONE_SEED -> losses[index][(int) draws.nextLong(losses[index].length)];
        };
    }

    /** How much worse than the best one it is, by the mean of all trainings: 0 for the best, 1 for the median. */
    double regret(Point point) {
        return (means[index(point)] - least) / (usual - least);
    }
}
