package nightsweep.experiments.search.gp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nightsweep.experiments.search.Known;
import nightsweep.experiments.search.Searcher;
import nightsweep.experiments.search.Settled;
import nightsweep.experiments.search.plain.SobolSearcher;
import nightsweep.experiments.search.space.Domain;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.search.space.Space;

/**
 * A Gaussian process over all axes, and the point of which it expects the largest improvement. What is open counts as
 * having come out as expected.
 */
public final class GpSearcher implements Searcher {
    private static final int SPREAD_AT_FIRST = 10;

    /** Time grows with the third power of how many results it sees, and memory with the second. */
    private static final int MOST_SEEN = 300;

    private static final int MOST_BEST = 100;
    private static final int DRAWN = 300;
    private static final int CLIMBS = 3;
    private static final int LEADERS = 3;
    private static final int MOST_ROUNDS = 20;
    private static final int ALL_VALUES = 12;
    private static final double[] STRIDES = {0.3, 0.1, 0.03, 0.01, 0.003};

    private final Space space;
    private final Coordinates coordinates;
    private final Searcher spread;

    public GpSearcher(Space space, long seed) {
        this.space = space;
        this.coordinates = new Coordinates(space);
        this.spread = new SobolSearcher(space, seed);
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public int drawnAtFirst() {
        return SPREAD_AT_FIRST;
    }

    @Override
    public Optional<Point> propose(Known known) {
        long finite = known.settled().stream().filter(Settled::isFinite).count();
        if (finite < SPREAD_AT_FIRST) {
            return spread.propose(known);
        }
        try {
            return best(known).or(() -> spread.propose(known));
        } catch (ArithmeticException e) {
            return spread.propose(known);
        }
    }

    private Optional<Point> best(Known known) {
        List<Settled> settled = seen(known.settled());
        double[][] points =
                settled.stream().map(one -> coordinates.of(one.point())).toArray(double[][]::new);
        double[] figures = Figures.of(settled);
        Matern kernel = Fit.of(coordinates, points, figures);
        Posterior posterior = new Posterior(coordinates, kernel, points, figures);
        double[] means = new double[points.length];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < means.length; i++) {
            means[i] = posterior.mean(points[i]);
            least = Math.min(least, means[i]);
        }
        Posterior believed = withOpen(known, kernel, points, figures, posterior);
        List<Point> leaders = IntStream.range(0, means.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> means[i]).thenComparing(i -> i))
                .limit(LEADERS)
                .map(i -> settled.get(i).point())
                .toList();
        return new Climb(known, believed, least).best(leaders);
    }

    /** All, or of very many the best and the latest others, in order. */
    private static List<Settled> seen(List<Settled> settled) {
        if (settled.size() <= MOST_SEEN) {
            return settled;
        }
        Set<Settled> seen = new TreeSet<>(Comparator.comparingInt(Settled::number));
        settled.stream()
                .filter(Settled::isFinite)
                .sorted(Comparator.comparingDouble(Settled::loss).thenComparing(Settled::number))
                .limit(MOST_BEST)
                .forEach(seen::add);
        for (int i = settled.size() - 1; seen.size() < MOST_SEEN; i--) {
            seen.add(settled.get(i));
        }
        return List.copyOf(seen);
    }

    private Posterior withOpen(Known known, Matern kernel, double[][] points, double[] figures, Posterior posterior) {
        if (known.open().isEmpty()) {
            return posterior;
        }
        List<double[]> all = new ArrayList<>(List.of(points));
        known.open().forEach(point -> all.add(coordinates.of(point)));
        double[] believed = new double[all.size()];
        for (int i = 0; i < believed.length; i++) {
            believed[i] = i < figures.length ? figures[i] : posterior.mean(all.get(i));
        }
        return new Posterior(coordinates, kernel, all.toArray(double[][]::new), believed);
    }

    /** Uphill from the best of some free points, one axis at a time. */
    private final class Climb {
        private final Known known;
        private final Posterior posterior;
        private final double least;
        private final Map<Point, Double> gains = new HashMap<>();

        Climb(Known known, Posterior posterior, double least) {
            this.known = known;
            this.posterior = posterior;
            this.least = least;
        }

        private double gain(Point point) {
            return gains.computeIfAbsent(point, one -> Improvement.log(posterior.at(coordinates.of(one)), least));
        }

        Optional<Point> best(List<Point> leaders) {
            Set<Point> free = new LinkedHashSet<>();
            for (int i = 0; i < DRAWN; i++) {
                addFree(free, known.drawn());
            }
            leaders.forEach(leader -> free.addAll(neighbours(leader)));
            return highest(free.stream()
                    .sorted(Comparator.<Point>comparingDouble(point -> -gain(point)))
                    .limit(CLIMBS)
                    .map(this::top)
                    .toList());
        }

        private Optional<Point> highest(Iterable<Point> points) {
            Point highest = null;
            for (Point point : points) {
                if (highest == null || gain(point) > gain(highest)) {
                    highest = point;
                }
            }
            return Optional.ofNullable(highest);
        }

        private Point top(Point from) {
            Point here = from;
            for (int i = 0; i < MOST_ROUNDS; i++) {
                Optional<Point> next = highest(neighbours(here));
                if (next.isEmpty() || gain(next.get()) <= gain(here)) {
                    return here;
                }
                here = next.get();
            }
            return here;
        }

        private Set<Point> neighbours(Point point) {
            Set<Point> free = new LinkedHashSet<>();
            for (SearchAxis axis : space.axes()) {
                String own = point.values().get(axis.name());
                if (own != null) {
                    for (String value : others(axis.domain(), own)) {
                        addFree(free, changed(point, axis, value));
                    }
                }
            }
            return free;
        }

        private Point changed(Point point, SearchAxis changed, String value) {
            return space.drawn(axis -> {
                String own = axis.equals(changed) ? value : point.values().get(axis.name());
                return own == null ? axis.domain().at(known.draws().nextDouble()) : own;
            });
        }

        private void addFree(Set<Point> free, Point point) {
            if (known.isFree(point)) {
                free.add(point);
            }
        }
    }

    private static Set<String> others(Domain domain, String own) {
        Set<String> others = new LinkedHashSet<>();
        if ((domain.countable() && domain.size() <= ALL_VALUES) || !domain.ordered()) {
            for (long i = 0; i < domain.size(); i++) {
                others.add(domain.value(i));
            }
        } else {
            double place = domain.place(own);
            for (double stride : STRIDES) {
                others.add(domain.at(Math.max(0, place - stride)));
                others.add(domain.at(Math.min(1, place + stride)));
            }
            if (domain.countable()) {
                others.add(domain.at(Math.max(0, domain.cell(own).low() - 1e-9)));
                others.add(domain.at(Math.min(1, domain.cell(own).high() + 1e-9)));
            }
        }
        others.remove(own);
        return others;
    }
}
