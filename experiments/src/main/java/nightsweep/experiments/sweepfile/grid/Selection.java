package nightsweep.experiments.sweepfile.grid;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nightsweep.experiments.yaml.Place;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Which points of the grid are tried: all, all but {@code exclude}, or {@code only} some in the order of that list. */
public record Selection(Problems problems, Grid grid, int repeats) {
    /** A grid above this was not meant: at a minute a trial it is a night of a thousand slots. */
    public static final int TRIAL_LIMIT = 1_000_000;

    /** The chosen points; a few, to look for other problems in, where they are too many to be meant. */
    public List<List<Integer>> points(Optional<Tree> only, Optional<Tree> exclude, Place gridPlace) {
        List<Map<Integer, Integer>> onlyThese =
                only.map(tree -> partials("only", tree)).orElse(List.of());
        List<Map<Integer, Integer>> butThese =
                exclude.map(tree -> partials("exclude", tree)).orElse(List.of());
        if (!onlyThese.isEmpty() && !butThese.isEmpty()) {
            problems.add(
                    exclude.orElseThrow().place(), "exclude has no place beside only. Leave its rows out of only.");
        }
        List<Map<Integer, Integer>> chosen = onlyThese.isEmpty() ? List.of(Map.of()) : onlyThese;
        Set<List<Integer>> points = grid.isConditional() ? conditional(chosen, gridPlace) : product(chosen, gridPlace);
        if (points.isEmpty()) {
            return grid.sample();
        }
        points.removeIf(point -> butThese.stream().anyMatch(partial -> agree(point, partial)));
        if (points.isEmpty()) {
            problems.add(exclude.orElseThrow().place(), "exclude leaves no configuration.");
        }
        return List.copyOf(points);
    }

    /** All points of a grid without conditions that agree with one of these; none where they are too many. */
    private Set<List<Integer>> product(List<Map<Integer, Integer>> chosen, Place gridPlace) {
        BigInteger size = chosen.stream().map(grid::size).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger trials = size.multiply(BigInteger.valueOf(repeats));
        if (trials.compareTo(BigInteger.valueOf(TRIAL_LIMIT)) > 0) {
            problems.add(gridPlace, tooLarge(size, trials));
            return Set.of();
        }
        Set<List<Integer>> points = new LinkedHashSet<>();
        chosen.forEach(partial -> points.addAll(grid.points(partial)));
        return points;
    }

    /** The same of a grid with conditions. */
    private Set<List<Integer>> conditional(List<Map<Integer, Integer>> chosen, Place gridPlace) {
        Optional<List<List<Integer>>> all = grid.activePoints(TRIAL_LIMIT / repeats);
        if (all.isEmpty()) {
            problems.add(
                    gridPlace,
                    String.format(
                            Locale.ROOT,
                            "the grid is too large: %s gives more than %,d configurations under its conditions, times %,d"
                                    + " repeats; at most %,d trials are allowed. Take values away, or take some by search:"
                                    + " {method: random, trials: 27}.",
                            grid.sketch(),
                            TRIAL_LIMIT / repeats,
                            repeats,
                            TRIAL_LIMIT));
            return Set.of();
        }
        Set<List<Integer>> points = new LinkedHashSet<>();
        for (Map<Integer, Integer> partial : chosen) {
            all.get().stream().filter(point -> agree(point, partial)).forEach(points::add);
        }
        return points;
    }

    private String tooLarge(BigInteger size, BigInteger trials) {
        if (grid.axes().isEmpty()) {
            return String.format(
                    Locale.ROOT, "%,d repeats are too many: at most %,d trials are allowed.", repeats, TRIAL_LIMIT);
        }
        return String.format(
                Locale.ROOT,
                "the grid is too large: %s gives %,d configurations, times %,d repeats %,d trials; at most %,d are allowed."
                        + " Take values away, or list configurations in only.",
                grid.sketch(),
                size,
                repeats,
                trials,
                TRIAL_LIMIT);
    }

    private static boolean agree(List<Integer> point, Map<Integer, Integer> partial) {
        return partial.entrySet().stream()
                .allMatch(entry -> point.get(entry.getKey()).equals(entry.getValue()));
    }

    private List<Map<Integer, Integer>> partials(String key, Tree tree) {
        List<Map<Integer, Integer>> partials = new ArrayList<>();
        if (tree instanceof Tree.Sequence sequence) {
            sequence.items().forEach(item -> partial(key, item).ifPresent(partials::add));
        } else if (!(tree instanceof Tree.Unknown)) {
            problems.add(tree.place(), key + " must be a list of configurations, but got " + tree.found() + ".");
        }
        return partials;
    }

    /** The value's index by the axis's index, where every axis and value exists. */
    private Optional<Map<Integer, Integer>> partial(String key, Tree tree) {
        if (!(tree instanceof Tree.Mapping mapping) || mapping.entries().isEmpty()) {
            if (!(tree instanceof Tree.Unknown)) {
                String found = tree instanceof Tree.Mapping ? "none" : tree.found();
                problems.add(tree.place(), "an item of " + key + " must name values of axes, but got " + found + ".");
            }
            return Optional.empty();
        }
        Map<Integer, Integer> partial = new LinkedHashMap<>();
        boolean[] whole = {true};
        mapping.entries().forEach((name, value) -> {
            int axis = grid.names().indexOf(name);
            Optional<Integer> index =
                    axis < 0 ? Optional.empty() : grid.axes().get(axis).indexOf(GridReader.label(value));
            if (axis < 0) {
                Values.unknown(problems, "axis", value.place(), name, grid.names());
            } else if (index.isEmpty() && !(value instanceof Tree.Unknown)) {
                Values.unknown(
                        problems,
                        "value of " + name,
                        value.place(),
                        GridReader.label(value),
                        grid.axes().get(axis).labels());
            }
            index.ifPresentOrElse(found -> partial.put(axis, found), () -> whole[0] = false);
        });
        if (whole[0]) {
            Optional<GridAxis> without = grid.withoutValue(partial);
            without.ifPresent(axis -> problems.add(
                    tree.place(),
                    "no configuration has these values: " + axis.name() + " has one only when "
                            + axis.when().orElseThrow().words() + "."));
            whole[0] = without.isEmpty();
        }
        return whole[0] ? Optional.of(partial) : Optional.empty();
    }
}
