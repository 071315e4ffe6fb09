package nightsweep.experiments.sweepfile.grid;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.search.space.Choices;
import nightsweep.experiments.search.space.Clause;
import nightsweep.experiments.search.space.Domain;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Levels;
import nightsweep.experiments.yaml.Place;
import nightsweep.experiments.yaml.Tree;

/**
 * One axis of the grid.
 *
 * @param place of the axis in the file
 * @param labels how each value is written in tables, all different, in the order of the file
 * @param values as many, in the same order
 * @param range the numbers that the axis is a range of; its labels and values are those that are tried
 * @param when where it has a value at all; always, where this is empty
 */
public record GridAxis(
        String name,
        Place place,
        List<String> labels,
        List<Tree> values,
        Optional<Domain> range,
        Optional<Clause> when) {
    private static final int PARTS = 4;

    public GridAxis {
        labels = List.copyOf(labels);
        values = List.copyOf(values);
    }

    /** An axis of listed values. */
    GridAxis(String name, Place place, List<String> labels, List<Tree> values) {
        this(name, place, labels, values, Optional.empty(), Optional.empty());
    }

    /** The same where it has a value only under a condition. */
    GridAxis under(Clause condition) {
        return new GridAxis(name, place, labels, values, range, Optional.of(condition));
    }

    /**
     * As a search has it.
     *
     * @throws IllegalArgumentException where two of its values are the same number
     */
    SearchAxis searched() {
        return new SearchAxis(name, range.orElseGet(() -> new Choices(labels)), when);
    }

    /** The same with values of which nothing more is said. */
    public GridAxis unknown() {
        List<Tree> unknown = values.stream()
                .map(value -> (Tree) new Tree.Unknown(value.place()))
                .toList();
        return new GridAxis(name, place, labels, unknown, range, when);
    }

    /** The same range with the numbers of it that are tried. */
    GridAxis trying(List<String> numbers) {
        return new GridAxis(
                name,
                place,
                numbers,
                numbers.stream()
                        .map(number -> (Tree) new Tree.Scalar(place, number, Tree.Quotes.WITHOUT))
                        .toList(),
                range,
                when);
    }

    /** The same range with the numbers of it that some configurations have, ascending. */
    GridAxis tryingAll(List<Map<String, String>> tried) {
        return trying(tried.stream()
                .map(values -> values.get(name))
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparingDouble(Double::parseDouble))
                .toList());
    }

    /** As a sweep has it. */
    Axis described() {
        return new Axis(name, labels, range.map(this::parts).orElse(Levels.EACH), range.map(Domain::scale));
    }

    /** Four parts of equal width on the scale of the range, each named by where it begins. */
    private Levels parts(Domain domain) {
        if (labels.size() <= PARTS) {
            return Levels.EACH;
        }
        List<String> begins = IntStream.range(0, PARTS)
                .mapToObj(part -> domain.at((double) part / PARTS))
                .distinct()
                .toList();
        return new Levels(
                begins.stream().map(number -> "from " + number).toList(),
                begins.stream().skip(1).map(Double::valueOf).toList());
    }

    /** The index of the value that {@code written} means: by its label, or as the same number. */
    public Optional<Integer> indexOf(String written) {
        int exact = labels.indexOf(written);
        if (exact >= 0) {
            return Optional.of(exact);
        }
        for (int i = 0; i < labels.size(); i++) {
            if (sameNumber(labels.get(i), written)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static boolean sameNumber(String a, String b) {
        try {
            return Double.parseDouble(a) == Double.parseDouble(b);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
