package nightsweep.experiments.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import nightsweep.experiments.json.ProposalLines;
import nightsweep.experiments.search.choice.Method;
import nightsweep.experiments.search.space.Choices;
import nightsweep.experiments.search.space.Lattice;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.Range;
import nightsweep.experiments.search.space.Scale;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.search.space.Space;
import nightsweep.experiments.search.space.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchTest {
    private static final Space SMALL = new Space(
            List.of(
                    SearchAxis.of("activation", new Choices(List.of("relu", "tanh", "sigmoid"))),
                    SearchAxis.of("units", Lattice.whole(8, 128, Scale.LOG)),
                    SearchAxis.of("rate", new Range(new BigDecimal("1e-4"), new BigDecimal("1e-1"), Scale.LOG))),
            List.of());

    private static Search search(Space space, Method method, int trials, int window, Point... start) {
        return new Search(space, method.searcher(space, 11), new Search.Settings(11, trials, window, List.of(start)));
    }

    /** Some figure of a point that has nothing to do with chance. */
    private static double loss(Point point) {
        double loss = 0;
        for (String value : point.values().values()) {
            loss += Math.abs(Math.floorMod(value.hashCode(), 1000) / 1000.0 - 0.3);
        }
        return loss > 1.2 ? Double.NaN : loss;
    }

    private static List<Point> oneByOne(Search search) {
        List<Point> points = new ArrayList<>();
        while (search.next() instanceof Step.Try step) {
            points.add(step.proposal().point());
            search.tell(step.proposal().number(), loss(step.proposal().point()));
        }
        return points;
    }

    /** As many slots, which end in an order of their own. */
    private static List<Point> together(Search search, int slots, long order) {
        Random random = new Random(order);
        List<Point> points = new ArrayList<>();
        List<Proposal> running = new ArrayList<>();
        while (true) {
            while (running.size() < slots && search.next() instanceof Step.Try next) {
                points.add(next.proposal().point());
                running.add(next.proposal());
            }
            if (running.isEmpty()) {
                return points;
            }
            Proposal ended = running.remove(random.nextInt(running.size()));
            search.tell(ended.number(), loss(ended.point()));
        }
    }

    private static List<Method> forAnySpace() {
        return List.of(Method.values()).stream()
                .filter(method -> method != Method.GRID)
                .toList();
    }

    @Test
    void proposesWhatLiesInAnySpaceAndIsNew() {
        int spaces = Integer.getInteger("nightsweep.spaces", 400);
        for (int seed = 0; seed < spaces; seed++) {
            Space space = FuzzedSpaces.of(seed);
            Method method = forAnySpace().get(seed / 10 % forAnySpace().size());
            // Models begin at the eleventh.
            int trials = seed % 10 == 0 ? 12 : 4;
            Search search = search(space, method, trials, 1 + seed % 3);

            List<Point> points = oneByOne(search);

            Set<Point> different = new HashSet<>(points);
            assertThat(different).as("space %s", seed).hasSameSizeAs(points);
            for (Point point : points) {
                assertThat(space.read(point.values())).as("space %s", seed).isEqualTo(point);
                assertThat(space.allows(point)).as("space %s", seed).isTrue();
                assertThat(printedAndParsed(point)).as("space %s", seed).isEqualTo(point);
            }
            if (points.size() < trials) {
                assertThat(search.next()).isEqualTo(new Step.End(Step.Ending.USED_UP));
                Walk.of(space).forEachRemaining(point -> assertThat(different).contains(point));
            }
        }
    }

    private static Point printedAndParsed(Point point) {
        Proposal proposal = new Proposal(1, point, Proposal.Made.DRAWN, 0, OptionalInt.empty());
        return ProposalLines.proposals(List.of(ProposalLines.line(proposal, List.of())))
                .get(0)
                .point();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void keepsEarlierProposalsWhereMoreAreAskedFor(Method method) {
        Space space = spaceFor(method);

        List<Point> few = oneByOne(search(space, method, 20, 4));
        List<Point> many = oneByOne(search(space, method, 40, 4));

        assertThat(many).hasSize(40).startsWith(few.toArray(Point[]::new));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void proposesTheSameInWhateverOrderTrialsEnd(Method method) {
        Space space = spaceFor(method);
        List<Point> expected = oneByOne(search(space, method, 40, 8));

        for (int order = 0; order < 5; order++) {
            assertThat(together(search(space, method, 40, 8), 1 + 3 * order, order))
                    .isEqualTo(expected);
        }
    }

    private static Space spaceFor(Method method) {
        return method == Method.GRID ? new Space(SMALL.axes().subList(0, 2), List.of()) : SMALL;
    }

    @Test
    void triesEveryConfigurationOfASmallSpaceAndEnds() {
        Space space = new Space(
                List.of(
                        SearchAxis.of("a", Lattice.whole(1, 5, Scale.LINEAR)),
                        SearchAxis.of("b", new Choices(List.of("x", "y", "z")))),
                List.of());

        for (Method method : Method.values()) {
            Search search = search(space, method, 1000, 2);

            assertThat(oneByOne(search)).as(method.label()).hasSize(15).doesNotHaveDuplicates();
            assertThat(search.next()).isEqualTo(new Step.End(Step.Ending.USED_UP));
        }
    }

    @Test
    void beginsWithWhatItIsGiven() {
        Point start = SMALL.read(Map.of("activation", "tanh", "units", "100", "rate", "1e-3"));

        assertThat(oneByOne(search(SMALL, Method.TPE, 30, 1, start, start)))
                .hasSize(30)
                .startsWith(start);
        assertThatThrownBy(() -> search(SMALL, Method.TPE, 3, 1, new Point(Map.of("units", "9"))))
                .hasMessage("activation has no value.");
    }

    @Test
    void waitsForTheFirstResultThatIsMissing() {
        Search search = search(SMALL, Method.TPE, 10, 2);
        Step first = search.next();
        Step second = search.next();

        assertThat(first).isInstanceOf(Step.Try.class);
        assertThat(second).isInstanceOf(Step.Try.class);
        assertThat(search.next()).isEqualTo(new Step.Wait(1));
        search.tell(2, 0.1);
        assertThat(search.next()).isEqualTo(new Step.Wait(1));
        search.tell(1, Double.NaN);
        assertThat(search.next()).isInstanceOf(Step.Try.class);
        assertThatThrownBy(() -> search.tell(1, 0)).hasMessage("proposal 1 was told before.");
        assertThatThrownBy(() -> search.tell(9, 0)).hasMessage("there is no proposal 9.");
    }

    @Test
    void refusesAGridOfARangeWithoutSteps() {
        assertThatThrownBy(() -> Method.GRID.searcher(SMALL, 1))
                .hasMessage("a grid tries every value, but rate has any of numbers from 0.0001 to 0.1."
                        + " Give it a step, or take another method.");
    }
}
