package nightsweep.experiments.search.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.search.Draws;
import nightsweep.experiments.search.Search;
import nightsweep.experiments.search.Step;
import nightsweep.experiments.search.space.Choices;
import nightsweep.experiments.search.space.Clause;
import nightsweep.experiments.search.space.Lattice;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.Range;
import nightsweep.experiments.search.space.Scale;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.search.space.Space;
import org.junit.jupiter.api.Test;

class TpeSearcherTest {
    private static final Range UNIT = new Range(BigDecimal.ZERO, BigDecimal.ONE, Scale.LINEAR);

    private static List<Optional<String>> values(String... values) {
        return List.of(values).stream()
                .map(value -> value.isEmpty() ? Optional.<String>empty() : Optional.of(value))
                .toList();
    }

    @Test
    void kernelsAreAsWideAsTheFartherNeighbourIsAway() {
        double[] logs = new OrderedKernels(UNIT, values("0.1", "0.25", "")).logDensities("0.1");

        // Widths 0.15 (the other) and 0.25 (the middle), each cut at 0 and 1.
        double first = 1 / (0.15 * Math.sqrt(2 * Math.PI)) / 0.747507462;
        double second = Math.exp(-0.18) / (0.25 * Math.sqrt(2 * Math.PI)) / (0.998650102 - 0.158655254);
        assertThat(logs[0]).isCloseTo(Math.log(first), within(1e-6));
        assertThat(logs[1]).isCloseTo(Math.log(second), within(1e-6));
        assertThat(logs[2]).isZero();
    }

    @Test
    void densitiesOfAnAxisAddUpToOne() {
        Lattice lattice = Lattice.whole(1, 40, Scale.LOG);
        Choices words = new Choices(List.of("a", "b", "c"));
        Mixture numbers = new Mixture(
                new Space(List.of(SearchAxis.of("x", lattice)), List.of()),
                List.of(new Point(Map.of("x", "3")), new Point(Map.of("x", "37"))),
                new double[] {0.5, 0.3, 0.2});
        Mixture letters = new Mixture(
                new Space(List.of(SearchAxis.of("x", words)), List.of()),
                List.of(new Point(Map.of("x", "b"))),
                new double[] {0.9, 0.1});

        double sum = 0;
        for (int i = 1; i <= 40; i++) {
            String value = String.valueOf(i);
            double share = lattice.cell(value).high() - lattice.cell(value).low();
            sum += share * Math.exp(numbers.logDensity(new Point(Map.of("x", value))));
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
        assertThat(List.of("a", "b", "c").stream()
                        .mapToDouble(value -> Math.exp(letters.logDensity(new Point(Map.of("x", value)))) / 3)
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void drawsFromTheDensityThatItTells() {
        Lattice lattice = Lattice.whole(1, 6, Scale.LINEAR);
        Mixture mixture = new Mixture(
                new Space(List.of(SearchAxis.of("x", lattice)), List.of()),
                List.of(new Point(Map.of("x", "2"))),
                new double[] {0.7, 0.3});
        Draws draws = Draws.of(3, 1);
        int count = 20_000;
        int[] seen = new int[7];
        for (int i = 0; i < count; i++) {
            seen[Integer.parseInt(mixture.draw(draws).values().get("x"))]++;
        }

        for (int i = 1; i <= 6; i++) {
            double share = Math.exp(mixture.logDensity(new Point(Map.of("x", String.valueOf(i))))) / 6;
            assertThat((double) seen[i] / count).isCloseTo(share, within(0.015));
        }
    }

    /** A bowl of three axes, one of them conditional, whose bottom is at x = 0.3, y = 20, b. */
    @Test
    void comesNearTheBottomOfABowl() {
        Space space = new Space(
                List.of(
                        SearchAxis.of("x", UNIT),
                        new SearchAxis(
                                "y",
                                Lattice.whole(1, 100, Scale.LOG),
                                Optional.of(new Clause(Map.of("kind", List.of("b", "c"))))),
                        SearchAxis.of("kind", new Choices(List.of("a", "b", "c")))),
                List.of());

        double[] best = IntStream.range(0, 10)
                .mapToDouble(seed -> least(space, seed))
                .sorted()
                .toArray();

        assertThat(best[5]).isLessThan(0.02);
        assertThat(best[9]).isLessThan(0.08);
    }

    private static double least(Space space, long seed) {
        Search search = new Search(space, new TpeSearcher(space), new Search.Settings(seed, 60, 1, List.of()));
        double least = 1;
        while (search.next() instanceof Step.Try step) {
            Map<String, String> point = step.proposal().point().values();
            double x = Double.parseDouble(point.getOrDefault("x", "0")) - 0.3;
            double y = Math.log(Double.parseDouble(point.getOrDefault("y", "1")) / 20) / 4;
            double loss = x * x + y * y + ("b".equals(point.get("kind")) ? 0 : 0.2);
            least = Math.min(least, loss);
            search.tell(step.proposal().number(), loss);
        }
        return least;
    }
}
