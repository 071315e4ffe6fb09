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

    /** Configurations by the mean of the objective over completed repeats; finalists, where there are any, before all others. */
    public static List<Ranked<ConfigurationEndings>> ofConfigurations(Endings endings) {
        Selection selection = endings.selection();
        Map<Integer, Double> means = new LinkedHashMap<>();
        ToDoubleFunction<ConfigurationEndings> mean = row -> means.computeIfAbsent(
                row.configuration().number(),
                number -> row.spread(selection::value).mean());
        List<ConfigurationEndings> all = endings.configurations();
        if (all.stream().noneMatch(one -> endings.finalist(one.configuration()))) {
            return of(all, selection, ConfigurationEndings::configuration, mean);
        }
        return finalistsFirst(all, endings, mean);
    }

    /** A figure of one repeat is partly luck, and picked as the best of many: it ranks behind means of several. */
    private static List<Ranked<ConfigurationEndings>> finalistsFirst(
            List<ConfigurationEndings> all, Endings endings, ToDoubleFunction<ConfigurationEndings> mean) {
        Selection selection = endings.selection();
        List<Ranked<ConfigurationEndings>> ranked = new ArrayList<>();
        for (int group = 0; group < selection.groups().size(); group++) {
            int wanted = group;
            int before = 0;
            for (boolean finalists : new boolean[] {true, false}) {
                List<ConfigurationEndings> some = all.stream()
                        .filter(one -> selection.group(one.configuration()) == wanted)
                        .filter(one -> endings.finalist(one.configuration()) == finalists)
                        .filter(one -> Double.isFinite(mean.applyAsDouble(one)))
                        .toList();
                for (Ranked<ConfigurationEndings> one : within(some, selection, mean)) {
                    ranked.add(new Ranked<>(one.item(), one.rank() + before));
                }
                before += some.size();
            }
        }
        all.stream()
                .filter(one -> !Double.isFinite(mean.applyAsDouble(one)))
                .forEach(one -> ranked.add(new Ranked<>(one, 0)));
        return List.copyOf(ranked);
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
