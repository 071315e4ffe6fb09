package nightsweep.driver.summary.effects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.driver.statistics.Squares;
import nightsweep.driver.statistics.TwoWay;
import nightsweep.driver.summary.effects.Effects.AxisEffect;
import nightsweep.driver.summary.effects.Effects.CrossedLevels;
import nightsweep.driver.summary.effects.Effects.Interaction;
import nightsweep.driver.summary.effects.Effects.Level;
import nightsweep.driver.summary.ranking.Endings;
import nightsweep.driver.summary.ranking.Measurements;
import nightsweep.driver.summary.ranking.Selection;
import nightsweep.driver.summary.ranking.TrialEnding;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.sweep.Axis;

/** Traces the variance of the objective to the axes. */
public final class Attribution {
    private final Measurements trials;
    private final List<Axis> axes;
    private final double[] values;
    private final double total;

    private Attribution(Measurements trials, List<Axis> axes) {
        this.trials = trials;
        this.axes = axes;
        this.values = trials.values();
        // Rounding must not give equal numbers a variance to share out.
        boolean equal = IntStream.range(1, values.length).allMatch(i -> values[i] == values[0]);
        this.total = equal ? Double.NaN : Squares.total(values);
    }

    private record Pair(String first, String second) {}

    /** Of each group that is ranked together, where a trial of it was completed. */
    public static List<Effects> of(Endings endings) {
        Selection selection = endings.selection();
        List<Effects> all = new ArrayList<>();
        for (int group = 0; group < selection.groups().size(); group++) {
            int wanted = group;
            Measurements trials = Measurements.of(
                    selection,
                    endings.alike().stream().filter(trial -> selection.group(trial.configuration()) == wanted));
            if (!trials.measured().isEmpty()) {
                Attribution attribution =
                        new Attribution(trials, endings.sweep().axes());
                all.add(attribution.effects(
                        selection.ranksWithinLossKinds()
                                ? Optional.of(selection.groups().get(group))
                                : Optional.empty()));
            }
        }
        return all;
    }

    private Effects effects(Optional<LossName> lossKind) {
        List<AxisEffect> effects = axes.stream().map(this::effect).toList();
        List<Interaction> interactions = IntStream.range(0, axes.size())
                .boxed()
                .flatMap(first -> IntStream.range(first + 1, axes.size())
                        .boxed()
                        .flatMap(second -> interaction(axes.get(first), axes.get(second)).stream()))
                .toList();
        int[] configurations = trials.configurations();
        int combinations = axes.stream()
                .mapToInt(axis -> (int) IntStream.of(places(axis)).distinct().count())
                .reduce(1, (a, b) -> (int) Math.min((long) a * b, Integer.MAX_VALUE));
        boolean balanced = Measurements.equalGroups(configurations) == combinations;
        boolean repeated = IntStream.of(configurations).distinct().count() < values.length;
        double repeats = repeated ? Squares.within(values, configurations) / total : Double.NaN;
        double explained = Stream.concat(effects.stream(), interactions.stream())
                .mapToDouble(Effects.Source::share)
                .sum();
        double rest = balanced && axes.size() > 2 ? Math.max(0, 1 - explained - (repeated ? repeats : 0)) : Double.NaN;
        return new Effects(
                lossKind, values.length, trials.leftOut().size(), balanced, effects, interactions, repeats, rest);
    }

    private AxisEffect effect(Axis axis) {
        Measurements there = having(axis);
        int[] places = there.groups(trial -> value(trial, axis));
        long seen = IntStream.of(places).distinct().count();
        List<Level> levels = there.by(trial -> value(trial, axis), axis.levels()).entrySet().stream()
                .map(part -> new Level(
                        part.getKey(),
                        part.getValue().mean(),
                        part.getValue().leftOut().size()))
                .toList();
        return new AxisEffect(
                axis.name(),
                Squares.between(there.values(), places) / total,
                chance(Math.max(0, Math.toIntExact(seen - 1))),
                levels);
    }

    /** The trials in which all of these axes have a value. */
    private Measurements having(Axis... these) {
        return Measurements.of(
                trials.selection(),
                Stream.concat(trials.measured().stream(), trials.leftOut().stream())
                        .filter(trial -> Stream.of(these)
                                .noneMatch(axis -> value(trial, axis).isEmpty())));
    }

    private Optional<Interaction> interaction(Axis first, Axis second) {
        Measurements there = having(first, second);
        double[] values = there.values();
        int[] rows = there.groups(trial -> value(trial, first));
        int[] columns = there.groups(trial -> value(trial, second));
        TwoWay grid = new TwoWay(rows, columns);
        if (grid.freedom() == 0) {
            return Optional.empty();
        }
        double[] fitted = grid.additive(values);
        int[] cells = there.groups(trial -> pair(trial, first, second));
        List<Double> sums = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == sums.size()) {
                sums.add(fitted[i]);
            }
        }
        Map<Pair, Measurements> parts = there.by(trial -> pair(trial, first, second), List.of());
        List<CrossedLevels> crossed = new ArrayList<>();
        parts.forEach((pair, part) -> {
            double mean = part.mean().mean();
            // Measured trials come first, so that the parts that have any are numbered as the cells are.
            double beyond = crossed.size() < sums.size() ? mean - sums.get(crossed.size()) : Double.NaN;
            crossed.add(new CrossedLevels(
                    pair.first(),
                    pair.second(),
                    part.mean(),
                    beyond,
                    part.leftOut().size()));
        });
        Map<String, Integer> onFirst = numbered(first);
        Map<String, Integer> onSecond = numbered(second);
        List<CrossedLevels> ordered = crossed.stream()
                .sorted(Comparator.<CrossedLevels>comparingInt(cell -> place(cell.first(), onFirst))
                        .thenComparingInt(cell -> place(cell.second(), onSecond)))
                .toList();
        double share = Squares.interaction(values, grid) / total;
        return Optional.of(new Interaction(first.name(), second.name(), share, chance(grid.freedom()), ordered));
    }

    private static Map<String, Integer> numbered(Axis axis) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        axis.levels().forEach(value -> numbers.put(value, numbers.size()));
        return numbers;
    }

    private static int place(String value, Map<String, Integer> numbers) {
        return numbers.getOrDefault(value, numbers.size());
    }

    private double chance(int freedom) {
        return Double.isNaN(total) ? Double.NaN : freedom / (values.length - 1.0);
    }

    private int[] places(Axis axis) {
        return trials.groups(trial -> value(trial, axis));
    }

    private static Pair pair(TrialEnding trial, Axis first, Axis second) {
        return new Pair(value(trial, first), value(trial, second));
    }

    private static String value(TrialEnding trial, Axis axis) {
        return axis.level(trial.configuration());
    }
}
