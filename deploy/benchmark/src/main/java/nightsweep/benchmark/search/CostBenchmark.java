package nightsweep.benchmark.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nightsweep.experiments.search.Draws;
import nightsweep.experiments.search.Search;
import nightsweep.experiments.search.Step;
import nightsweep.experiments.search.choice.Method;
import nightsweep.experiments.search.space.Choices;
import nightsweep.experiments.search.space.Clause;
import nightsweep.experiments.search.space.Lattice;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.Range;
import nightsweep.experiments.search.space.Scale;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.search.space.Space;

/**
 * What a proposal costs once so many are settled: processor time, and the heap that the search holds. Eight axes: words, whole
 * numbers, ranges, and one under a condition.
 *
 * @param settled how many, for each line
 */
public record CostBenchmark(List<Method> methods, List<Integer> settled) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int TIMES = 5;
    private static final int WINDOW = 16;
    private static final long SEED = 7;
    private static final double MIB = 1 << 20;

    /** Runs it and tells what it finds, line by line. */
    public void run(Consumer<String> told) {
        told.accept("What a proposal costs with " + WINDOW + " open: processor time, median of " + TIMES
                + ", and the search's heap");
        for (Method method : methods) {
            for (int count : settled) {
                told.accept(line(method, count));
            }
        }
    }

    private static Space space() {
        return new Space(
                List.of(
                        SearchAxis.of("activation", new Choices(List.of("relu", "tanh", "sigmoid", "elu"))),
                        SearchAxis.of("optimizer", new Choices(List.of("sgd", "adam", "nesterov"))),
                        new SearchAxis(
                                "momentum",
                                new Range(new BigDecimal("0.5"), new BigDecimal("0.99"), Scale.LINEAR),
                                Optional.of(new Clause(Map.of("optimizer", List.of("nesterov"))))),
                        SearchAxis.of("layers", Lattice.whole(1, 4, Scale.LINEAR)),
                        SearchAxis.of("units", Lattice.whole(8, 1024, Scale.LOG)),
                        SearchAxis.of("batch", Lattice.whole(8, 512, Scale.LOG)),
                        SearchAxis.of("dropout", new Range(new BigDecimal("0"), new BigDecimal("0.8"), Scale.LINEAR)),
                        SearchAxis.of("rate", new Range(new BigDecimal("1e-5"), new BigDecimal("1"), Scale.LOG))),
                List.of());
    }

    /** A bowl over the places of the ordered axes, with noise; one in fifty comes to nothing. */
    private static double loss(Space space, Point point, Draws draws) {
        if (draws.nextDouble() < 0.02) {
            return Double.NaN;
        }
        double loss = 0.1 * draws.nextGaussian();
        for (SearchAxis axis : space.axes()) {
            String value = point.values().get(axis.name());
            if (value != null) {
                double away = axis.domain().place(value) - 0.6;
                loss += away * away;
            }
        }
        return loss;
    }

    private static String line(Method method, int count) {
        long before = heap();
        Space space = space();
        Search search = new Search(
                space,
                method.searcher(space, SEED),
                new Search.Settings(SEED, count + WINDOW + TIMES, WINDOW, List.of()));
        int tries = 0;
        while (search.proposed() < count + WINDOW - 1) {
            Draws draws = Draws.of(SEED, ++tries, 1);
            Point point = space.at(axis -> draws.nextDouble());
            try {
                search.stands(point);
            } catch (IllegalArgumentException drawnBefore) {
                continue;
            }
            if (search.proposed() <= count) {
                search.tell(search.proposed(), loss(space, point, draws));
            }
        }
        double[] millis = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long from = THREADS.getCurrentThreadCpuTime();
            Step step = search.asked();
            millis[i] = (THREADS.getCurrentThreadCpuTime() - from) / 1e6;
            if (!(step instanceof Step.Try)) {
                throw new AssertionError(step);
            }
        }
        Arrays.sort(millis);
        double held = (heap() - before) / MIB;
        return String.format(
                Locale.ROOT,
                "  %-7s %,6d settled: %,.1f ms a proposal, %.1f MiB (%d proposals)",
                method.label(),
                count,
                millis[TIMES / 2],
                Math.max(0, held),
                search.proposed());
    }

    /** What is in use once garbage is gone. */
    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
