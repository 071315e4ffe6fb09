package nightsweep.experiments.search.space;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of values. Where all are numbers they are ordered, and their places are those of the sorted list, at equal
 * distances: what a person lists is already spread as the person thinks of it.
 */
public final class Choices implements Domain {
    private final List<String> values;
    private final List<String> placed;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final boolean ordered;

    /**
     * @param values all different
     * @throws IllegalArgumentException where there is none, or two are the same
     */
    public Choices(List<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an axis must have at least one value, but got none.");
        }
        this.values = List.copyOf(values);
        this.ordered = values.stream().allMatch(value -> Decimals.number(value).isPresent());
        this.placed = ordered ? sorted(values) : this.values;
        for (int i = 0; i < placed.size(); i++) {
            if (ranks.put(placed.get(i), i) != null) {
                throw new IllegalArgumentException("values must be different, but " + placed.get(i) + " stands twice.");
            }
        }
        if (ordered) {
            refuseEqualNumbers();
        }
    }

    private static List<String> sorted(List<String> values) {
        List<String> sorted = new ArrayList<>(values);
        sorted.sort(Comparator.comparing(Choices::numeric));
        return List.copyOf(sorted);
    }

    private static BigDecimal numeric(String value) {
        return Decimals.number(value).orElseThrow();
    }

    private void refuseEqualNumbers() {
        HashSet<BigDecimal> seen = new HashSet<>();
        for (String value : values) {
            if (!seen.add(numeric(value).stripTrailingZeros())) {
                throw new IllegalArgumentException("values must be different, but " + value + " stands twice.");
            }
        }
    }

    @Override
    public Scale scale() {
        return Scale.LINEAR;
    }

    @Override
    public boolean ordered() {
        return ordered;
    }

    @Override
    public long size() {
        return values.size();
    }

    @Override
    public boolean countable() {
        return true;
    }

    @Override
    public String value(long index) {
        return values.get((int) index);
    }

    @Override
    public Optional<String> canonical(String text) {
        if (ranks.containsKey(text)) {
            return Optional.of(text);
        }
        return ordered
                ? Decimals.number(text)
                        .flatMap(number -> values.stream()
                                .filter(value -> numeric(value).compareTo(number) == 0)
                                .findFirst())
                : Optional.empty();
    }

    @Override
    public String at(double place) {
        return placed.get((int) Math.min(placed.size() - 1, (long) (place * placed.size())));
    }

    @Override
    public double place(String value) {
        return (rank(value) + 0.5) / placed.size();
    }

    @Override
    public Cell cell(String value) {
        int rank = rank(value);
        return new Cell((double) rank / placed.size(), (rank + 1.0) / placed.size());
    }

    private int rank(String value) {
        Integer rank = ranks.get(value);
        if (rank == null) {
            throw new IllegalArgumentException(value + " is not one of " + words() + ".");
        }
        return rank;
    }

    @Override
    public String words() {
        return String.join(", ", values);
    }
}
