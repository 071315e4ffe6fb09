package nightsweep.experiments.sweepfile.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nightsweep.experiments.search.Search;
import nightsweep.experiments.search.Step;
import nightsweep.experiments.search.choice.Method;
import nightsweep.experiments.search.space.Clause;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.search.space.Space;
import nightsweep.experiments.search.space.Walk;
import nightsweep.experiments.sweep.Searched;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Chooses configurations of a grid that may have ranges by a search: all, or those that it proposes before there are results. */
public final class Proposals {
    private final Problems problems;
    private final Grid grid;
    private final SearchReader.Asked asked;
    private final int repeats;

    /** @param grid whose ranges have no values yet */
    public Proposals(Problems problems, Grid grid, SearchReader.Asked asked, int repeats) {
        this.problems = problems;
        this.grid = grid;
        this.asked = asked;
        this.repeats = repeats;
    }

    /** What is tried; a few points, to look for other problems in, where something is wrong. */
    public Chosen choose(long sweepSeed, Optional<Tree> exclude) {
        return chosen(sweepSeed, exclude).orElseGet(this::sample);
    }

    private Chosen sample() {
        Grid ends = grid.ends();
        return Chosen.of(ends, ends.sample());
    }

    private Optional<Chosen> chosen(long sweepSeed, Optional<Tree> exclude) {
        int before = problems.complaints();
        if (!asked.sound() || grid.axes().isEmpty()) {
            return Optional.empty();
        }
        List<SearchAxis> axes = new ArrayList<>();
        grid.axes().forEach(axis -> searched(axis).ifPresent(axes::add));
        if (problems.complaints() > before) {
            return Optional.empty();
        }
        List<Clause> never = new Clauses(problems, axes).excluded(exclude);
        Space space = new Space(axes, problems.complaints() > before ? List.of() : never);
        if (asked.method() == Method.GRID && !space.uncountable().isEmpty()) {
            problems.add(
                    asked.place(),
                    "method grid tries values in their order, but "
                            + space.uncountable().get(0).name()
                            + " is a range of all numbers between its ends: add a step to it, or take random or sobol.");
        }
        List<Point> start = starts(space);
        int most = Selection.TRIAL_LIMIT / repeats;
        int trials = asked.trials().orElse(most);
        if (trials > most) {
            problems.add(
                    asked.place(),
                    String.format(
                            Locale.ROOT,
                            "%,d configurations times %,d repeats are too many: at most %,d trials are allowed.",
                            trials,
                            repeats,
                            Selection.TRIAL_LIMIT));
        }
        if (start.stream().distinct().count() > trials) {
            problems.add(
                    asked.place(),
                    "search.start lists " + start.size() + " configurations, but trials is " + trials
                            + ": ask for as many at least.");
        }
        if (problems.complaints() > before) {
            return Optional.empty();
        }
        Chosen chosen = proposed(space, trials, asked.seed().orElse(sweepSeed), start);
        if (chosen.points().isEmpty()) {
            problems.add(exclude.map(Tree::place).orElse(asked.place()), "exclude leaves no configuration.");
            return Optional.empty();
        }
        return Optional.of(chosen);
    }

    private Optional<SearchAxis> searched(GridAxis axis) {
        try {
            return Optional.of(axis.searched());
        } catch (IllegalArgumentException e) {
            problems.add(axis.place(), axis.name() + ": " + Values.message(e));
            return Optional.empty();
        }
    }

    private List<Point> starts(Space space) {
        List<Point> points = new ArrayList<>();
        asked.start().ifPresent(tree -> {
            if (!(tree instanceof Tree.Sequence sequence)) {
                problems.add(
                        tree.place(), "search.start must be a list of configurations, but got " + tree.found() + ".");
                return;
            }
            sequence.items().forEach(item -> start(space, item).ifPresent(points::add));
        });
        return points;
    }

    private Optional<Point> start(Space space, Tree item) {
        if (!(item instanceof Tree.Mapping mapping)) {
            problems.add(
                    item.place(),
                    "an item of search.start must give a value for each axis, but got " + item.found() + ".");
            return Optional.empty();
        }
        Map<String, String> written = new LinkedHashMap<>();
        mapping.entries().forEach((axis, value) -> written.put(axis, GridReader.label(value)));
        try {
            return Optional.of(space.read(written));
        } catch (IllegalArgumentException e) {
            problems.add(item.place(), Values.message(e));
            return Optional.empty();
        }
    }

    private Chosen proposed(Space space, int trials, long seed, List<Point> start) {
        boolean learns = asked.method().learns();
        int most = learns ? points(space, trials) : trials;
        Search.Settings settings = new Search.Settings(seed, Math.max(1, most), asked.window(), start);
        Search search = new Search(space, asked.method().searcher(space, seed), settings);
        List<Point> points = new ArrayList<>();
        Step step = search.next();
        while (step instanceof Step.Try one) {
            points.add(one.proposal().point());
            step = search.next();
        }
        boolean usedUp = most < trials || (step instanceof Step.End end && end.ending() == Step.Ending.USED_UP);
        List<Map<String, String>> tried = points.stream().map(Point::values).toList();
        List<GridAxis> axes =
                grid.axes().stream().map(axis -> tried(axis, tried)).toList();
        List<Map<String, Integer>> places = axes.stream().map(Proposals::places).toList();
        List<List<Integer>> indices = points.stream()
                .map(point -> {
                    List<Integer> index = new ArrayList<>();
                    for (int i = 0; i < axes.size(); i++) {
                        String value = point.values().get(axes.get(i).name());
                        index.add(places.get(i).getOrDefault(value, Grid.INACTIVE));
                    }
                    return List.copyOf(index);
                })
                .toList();
        return new Chosen(
                new Grid(axes),
                indices,
                Optional.of(new Searched(
                        asked.method().label(), asked.trials().orElse(points.size()), usedUp, words(space))),
                learns ? Optional.of(new Chosen.Learner(asked.method(), space, settings, grid)) : Optional.empty());
    }

    /** How many points there are to propose, up to so many. */
    private static int points(Space space, int most) {
        if (!space.uncountable().isEmpty()) {
            return most;
        }
        Walk walk = Walk.of(space);
        int points = 0;
        while (points < most && walk.hasNext()) {
            walk.next();
            points++;
        }
        return points;
    }

    private static GridAxis tried(GridAxis axis, List<Map<String, String>> points) {
        return axis.range().isPresent() ? axis.tryingAll(points) : axis;
    }

    private static Map<String, Integer> places(GridAxis axis) {
        Map<String, Integer> places = new LinkedHashMap<>();
        axis.labels().forEach(label -> places.put(label, places.size()));
        return places;
    }

    /** Such as {@code 3 activation x rate (numbers from 0.0001 to 0.1)}. */
    private static String words(Space space) {
        return space.axes().stream()
                .map(axis -> axis.domain().countable()
                        ? String.format(Locale.ROOT, "%,d %s", axis.domain().size(), axis.name())
                        : axis.name() + " (" + axis.domain().words() + ")")
                .collect(Collectors.joining(" x "));
    }
}
