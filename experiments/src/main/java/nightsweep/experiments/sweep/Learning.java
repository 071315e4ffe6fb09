package nightsweep.experiments.sweep;

import java.util.List;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.search.Results;
import nightsweep.experiments.search.Search;
import nightsweep.experiments.search.choice.Method;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.Space;

/**
 * A search that learns from results while a run lasts.
 *
 * @param space what may be proposed
 * @param offer what proposals stand for
 */
public record Learning(Method method, Space space, Search.Settings settings, Offer offer) {
    /** What proposals stand for. Any thread may ask. */
    public interface Offer {
        /**
         * The configuration that a point stands for.
         *
         * @param number its place in the sweep, from 1
         * @throws IllegalArgumentException where its values do not go together, with what is wrong
         */
        Configuration configuration(int number, Point point);

        /** The axes, as they are told once these configurations are tried. */
        List<Axis> axes(List<Configuration> configurations);

        /** All data that may be needed. */
        List<DatasetSpec> datasets();
    }

    /** The search from its beginning. */
    public Search search() {
        return new Search(space, method.searcher(space, settings.seed()), settings);
    }

    /** The search from its beginning, which reads its results. */
    public Search search(Results results) {
        return new Search(space, method.searcher(space, settings.seed()), settings, results);
    }

    /** The point of a configuration. */
    public Point point(Configuration configuration) {
        return space.read(configuration.point());
    }

    /** How many of the first proposals are made without a model at least: it sees results behind the window alone. */
    public int drawn() {
        int needed = method.searcher(space, settings.seed()).drawnAtFirst();
        return Math.min(settings.trials(), settings.window() + needed - 1);
    }
}
