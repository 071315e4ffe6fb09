package nightsweep.experiments.search.plain;

import java.util.function.BiFunction;
import nightsweep.experiments.Named;
import nightsweep.experiments.search.Searcher;
import nightsweep.experiments.search.space.Space;

/** The searchers to which results do not matter, by the names that people give. */
public enum PlainMethod implements Named {
    GRID("grid", (space, seed) -> new GridSearcher(space)),
    RANDOM("random", (space, seed) -> new RandomSearcher()),
    SOBOL("sobol", SobolSearcher::new);

    private final String label;
    private final BiFunction<Space, Long, Searcher> factory;

    PlainMethod(String label, BiFunction<Space, Long, Searcher> factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /** A searcher of a space, for one search. */
    public Searcher searcher(Space space, long seed) {
        return factory.apply(space, seed);
    }
}
