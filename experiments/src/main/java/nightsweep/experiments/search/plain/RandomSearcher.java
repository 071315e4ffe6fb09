package nightsweep.experiments.search.plain;

import java.util.Optional;
import nightsweep.experiments.search.Known;
import nightsweep.experiments.search.Searcher;
import nightsweep.experiments.search.space.Point;

/** Every value drawn by itself, each as likely as the scale of its axis says (Bergstra and Bengio, JMLR 13, 2012). */
public final class RandomSearcher implements Searcher {
    private static final int TRIES = 100;

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public Optional<Point> propose(Known known) {
        return free(known);
    }

    /** A free point by chance, or nothing where hardly any is left. */
    public static Optional<Point> free(Known known) {
        for (int i = 0; i < TRIES; i++) {
            Point point = known.drawn();
            if (known.isFree(point)) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }
}
