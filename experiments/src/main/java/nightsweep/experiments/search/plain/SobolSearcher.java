package nightsweep.experiments.search.plain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightsweep.experiments.search.Draws;
import nightsweep.experiments.search.Known;
import nightsweep.experiments.search.Searcher;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.search.space.Space;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Points that fill the space evenly: Sobol's sequence with the direction numbers of Joe and Kuo (SIAM J. Sci. Comput. 30,
 * 2008), of commons-math, under a digital shift drawn from the seed (L'Ecuyer and Lemieux, 2002, section 2.4). What is
 * forbidden or was proposed before is passed over.
 */
public final class SobolSearcher implements Searcher {
    private static final int BITS = 52;
    private static final double UNIT = 0x1.0p-52;
    private static final int MOST_AXES = 1000;
    private static final int TRIES = 200;

    private final SobolSequenceGenerator sequence;
    private final Map<String, Integer> dimensions = new HashMap<>();
    private final long[] shift;

    /** @throws IllegalArgumentException where there are more axes than direction numbers */
    public SobolSearcher(Space space, long seed) {
        List<SearchAxis> axes = space.axes();
        if (axes.size() > MOST_AXES) {
            throw new IllegalArgumentException(
                    "sobol spreads at most " + MOST_AXES + " axes, but got " + axes.size() + ".");
        }
        for (SearchAxis axis : axes) {
            dimensions.put(axis.name(), dimensions.size());
        }
        this.sequence = new SobolSequenceGenerator(Math.max(1, axes.size()));
        Draws draws = Draws.of(seed, 0);
        this.shift = axes.stream()
                .mapToLong(axis -> draws.nextBits() >>> (Long.SIZE - BITS))
                .toArray();
    }

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public Optional<Point> propose(Known known) {
        for (int i = 0; i < TRIES; i++) {
            double[] vector = sequence.nextVector();
            Point point = known.space().at(axis -> {
                int dimension = dimensions.getOrDefault(axis.name(), 0);
                return ((long) (vector[dimension] / UNIT) ^ shift[dimension]) * UNIT;
            });
            if (known.isFree(point)) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }
}
