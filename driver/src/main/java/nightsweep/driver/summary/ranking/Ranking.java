package nightsweep.driver.summary.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nightsweep.driver.table.Cell;
import nightsweep.experiments.sweep.Configuration;

/** Puts what a sweep compares into order. */
public final class Ranking {
    private Ranking() {}

    /**
     * Something in its place.
     *
     * @param rank from 1 within its group; equal values share a rank and the next is passed over; 0 where it has none
     */
    public record Ranked<T>(T item, int rank) {
        public Cell rankCell() {
            return rank == 0 ? Cell.missing() : Cell.count(rank);
        }
    }

    /**
     * Group by group, the best first, equal ones in the order given; last, in the order given, whatever has no finite
     * value.
     */
    public static <T> List<Ranked<T>> of(
            List<T> items, Selection selection, Function<T, Configuration> configuration, ToDoubleFunction<T> valueOf) {
        List<Ranked<T>> ranked = new ArrayList<>();
        for (int group = 0; group < selection.groups().size(); group++) {
            int wanted = group;
            ranked.addAll(within(
                    items.stream()
                            .filter(item -> selection.group(configuration.apply(item)) == wanted)
                            .filter(item -> Double.isFinite(valueOf.applyAsDouble(item)))
                            .toList(),
                    selection,
                    valueOf));
        }
        items.stream()
                .filter(item -> !Double.isFinite(valueOf.applyAsDouble(item)))
                .forEach(item -> ranked.add(new Ranked<>(item, 0)));
        return List.copyOf(ranked);
    }

    /** Configurations by the mean of the objective over completed repeats. */
    public static List<Ranked<ConfigurationEndings>> ofConfigurations(Endings endings) {
        Selection selection = endings.selection();
        Map<Integer, Double> means = new LinkedHashMap<>();
        return of(
                endings.configurations(),
                selection,
                ConfigurationEndings::configuration,
                row -> means.computeIfAbsent(
                        row.configuration().number(),
                        number -> row.spread(selection::value).mean()));
    }

    private static <T> List<Ranked<T>> within(List<T> items, Selection selection, ToDoubleFunction<T> valueOf) {
        Comparator<T> best = (a, b) -> {
            double first = valueOf.applyAsDouble(a);
            double second = valueOf.applyAsDouble(b);
            return selection.objective().goal().better(first, second)
                    ? -1
                    : selection.objective().goal().better(second, first) ? 1 : 0;
        };
        List<T> sorted = items.stream().sorted(best).toList();
        int[] ranks = new int[sorted.size()];
        for (int i = 0; i < ranks.length; i++) {
            boolean tie = i > 0 && best.compare(sorted.get(i - 1), sorted.get(i)) == 0;
            ranks[i] = tie ? ranks[i - 1] : i + 1;
        }
        return IntStream.range(0, ranks.length)
                .mapToObj(i -> new Ranked<>(sorted.get(i), ranks[i]))
                .toList();
    }
}
