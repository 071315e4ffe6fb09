package nightsweep.experiments.search.choice;

import java.util.function.BiFunction;
import nightsweep.experiments.Named;
import nightsweep.experiments.search.Searcher;
import nightsweep.experiments.search.gp.GpSearcher;
import nightsweep.experiments.search.plain.GridSearcher;
import nightsweep.experiments.search.plain.RandomSearcher;
import nightsweep.experiments.search.plain.SobolSearcher;
import nightsweep.experiments.search.space.Space;
import nightsweep.experiments.search.tpe.TpeSearcher;

/** The searchers by the names that people give: one line each. */
public enum Method implements Named {
    GRID("grid", (space, seed) -> new GridSearcher(space)),
    RANDOM("random", (space, seed) -> new RandomSearcher()),
    SOBOL("sobol", SobolSearcher::new),
    TPE("tpe", (space, seed) -> new TpeSearcher(space)),
    GP("gp", GpSearcher::new),
    AUTO("auto", AutoSearcher::new);

    private final String label;
    private final BiFunction<Space, Long, Searcher> factory;

    Method(String label, BiFunction<Space, Long, Searcher> factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /** Its name, and what it comes to for a space where it chooses among others. */
    public String described(Space space) {
        return this == AUTO ? label + " (" + AutoSearcher.why(space) + ")" : label;
    }

    /** Whether results matter to it. */
    public boolean learns() {
        return this == TPE || this == GP || this == AUTO;
    }

    /** A searcher of a space, for one search. */
    public Searcher searcher(Space space, long seed) {
        return factory.apply(space, seed);
    }
}
