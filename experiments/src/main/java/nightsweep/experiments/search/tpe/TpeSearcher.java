package nightsweep.experiments.search.tpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.search.Known;
import nightsweep.experiments.search.Searcher;
import nightsweep.experiments.search.Settled;
import nightsweep.experiments.search.plain.RandomSearcher;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.Space;

/**
 * Tree-structured Parzen estimators (Bergstra et al., NeurIPS 2011) over all axes at once, in the setting that Watanabe
 * found best (arXiv 2304.11127). Points are parted in the better ones and the others, open ones among the others; of
 * points drawn from the density of the better, that one is proposed at which it exceeds the density of the others most.
 */
public final class TpeSearcher implements Searcher {
    private static final int RANDOM_AT_FIRST = 10;
    private static final double BETTER_SHARE = 0.15;
    private static final int CANDIDATES = 24;
    private static final int TRIES = 10 * CANDIDATES;

    private final Space space;

    public TpeSearcher(Space space) {
        this.space = space;
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public int drawnAtFirst() {
        return RANDOM_AT_FIRST;
    }

    @Override
    public Optional<Point> propose(Known known) {
        List<Settled> ranked = known.settled().stream()
                .filter(Settled::isFinite)
                .sorted(Comparator.comparingDouble(Settled::loss).thenComparing(Settled::number))
                .toList();
        if (ranked.size() < RANDOM_AT_FIRST) {
            return RandomSearcher.free(known);
        }
        int count = (int) StrictMath.ceil(BETTER_SHARE * ranked.size());
        Mixture better = better(ranked, count);
        Mixture others = others(known, ranked.subList(count, ranked.size()));
        return best(known, better, others).or(() -> RandomSearcher.free(known));
    }

    /** Each weighs as much as it is better than the best of the others; the prior as much as they do on average. */
    private Mixture better(List<Settled> ranked, int count) {
        List<Settled> group = ranked.subList(0, count);
        double border = ranked.get(Math.min(count, ranked.size() - 1)).loss();
        double[] weights = new double[count + 1];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            weights[i] = border - group.get(i).loss();
            sum += weights[i];
        }
        weights[count] = sum / count;
        if (!(sum > 0) || Double.isInfinite(sum)) {
            Arrays.fill(weights, 1);
        }
        return new Mixture(space, group.stream().map(Settled::point).toList(), normalised(weights));
    }

    private Mixture others(Known known, List<Settled> worse) {
        List<Point> points = new ArrayList<>();
        worse.forEach(one -> points.add(one.point()));
        known.settled().stream().filter(one -> !one.isFinite()).forEach(one -> points.add(one.point()));
        points.addAll(known.open());
        double[] weights = new double[points.size() + 1];
        Arrays.fill(weights, 1);
        return new Mixture(space, points, normalised(weights));
    }

    private static double[] normalised(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static Optional<Point> best(Known known, Mixture better, Mixture others) {
        Optional<Point> best = Optional.empty();
        double most = Double.NEGATIVE_INFINITY;
        int seen = 0;
        for (int i = 0; i < TRIES && seen < CANDIDATES; i++) {
            Point point = better.draw(known.draws());
            if (known.isFree(point)) {
                seen++;
                double gain = better.logDensity(point) - others.logDensity(point);
                if (gain > most) {
                    most = gain;
                    best = Optional.of(point);
                }
            }
        }
        return best;
    }
}
