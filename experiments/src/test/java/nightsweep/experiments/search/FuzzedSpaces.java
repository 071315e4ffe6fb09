package nightsweep.experiments.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nightsweep.experiments.search.space.Choices;
import nightsweep.experiments.search.space.Clause;
import nightsweep.experiments.search.space.Domain;
import nightsweep.experiments.search.space.Lattice;
import nightsweep.experiments.search.space.Range;
import nightsweep.experiments.search.space.Scale;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.search.space.Space;

/** Spaces of all kinds, small and large, with conditions and forbidden combinations. */
public final class FuzzedSpaces {
    private final SplittableRandom random;

    private FuzzedSpaces(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The space of a seed. */
    public static Space of(long seed) {
        return new FuzzedSpaces(seed).space();
    }

    private Space space() {
        int count = random.nextInt(1, 6);
        List<SearchAxis> axes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Optional<Clause> when = i > 0 && random.nextInt(4) == 0 ? Optional.of(clause(axes)) : Optional.empty();
            axes.add(new SearchAxis("axis-" + i, domain(), when));
        }
        List<Clause> never = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> clause(axes))
                .toList();
        return new Space(axes, never);
    }

    private Clause clause(List<SearchAxis> axes) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < random.nextInt(1, 3); i++) {
            SearchAxis axis = axes.get(random.nextInt(axes.size()));
            Domain domain = axis.domain();
            List<String> allowed = IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(j -> domain.value(random.nextLong(domain.size())))
                    .distinct()
                    .toList();
            values.put(axis.name(), allowed);
        }
        return new Clause(values);
    }

    private Domain domain() {
        Scale scale = random.nextBoolean() ? Scale.LOG : Scale.LINEAR;
        return switch (random.nextInt(5)) {
            case 0 ->
                new Choices(IntStream.range(0, random.nextInt(1, 5))
                        .mapToObj(i -> "word" + i)
                        .toList());
            case 1 ->
                new Choices(IntStream.range(0, random.nextInt(1, 6))
                        .mapToObj(i -> BigDecimal.valueOf(7L * i + 1, random.nextInt(1, 4))
                                        .toPlainString()
                                + i)
                        .distinct()
                        .toList());
            case 2 -> range(scale);
            case 3 -> lattice(scale);
            default -> Lattice.whole(1, random.nextInt(2, 300), scale);
        };
    }

    private Range range(Scale scale) {
        BigDecimal from = decimal(scale == Scale.LOG);
        BigDecimal width = decimal(true);
        return new Range(from, from.add(width), scale);
    }

    private Lattice lattice(Scale scale) {
        BigDecimal from = decimal(scale == Scale.LOG);
        BigDecimal step = decimal(true);
        return new Lattice(from, from.add(step.multiply(BigDecimal.valueOf(random.nextInt(1, 40)))), step, scale);
    }

    private BigDecimal decimal(boolean positive) {
        long digits = random.nextLong(1, 100_000);
        return BigDecimal.valueOf(positive || random.nextBoolean() ? digits : -digits, random.nextInt(0, 12));
    }
}
