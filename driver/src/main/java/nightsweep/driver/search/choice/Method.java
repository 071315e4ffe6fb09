package nightsweep.driver.search.choice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import nightsweep.driver.search.gp.GpSearcher;
import nightsweep.driver.search.tpe.TpeSearcher;
import nightsweep.experiments.search.Searcher;
import nightsweep.experiments.search.plain.PlainMethod;
import nightsweep.experiments.search.space.Space;

/** The searchers by the names that people give: one line each. */
public enum Method {
    GRID(PlainMethod.GRID::searcher),
    RANDOM(PlainMethod.RANDOM::searcher),
    SOBOL(PlainMethod.SOBOL::searcher),
    TPE((space, seed) -> new TpeSearcher(space)),
    GP(GpSearcher::new),
    AUTO(AutoSearcher::new);

    private final BiFunction<Space, Long, Searcher> factory;

    Method(BiFunction<Space, Long, Searcher> factory) {
        this.factory = factory;
    }

    /** A searcher of a space, for one search. */
    public Searcher searcher(Space space, long seed) {
        return factory.apply(space, seed);
    }

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The method that is written so. */
    public static Optional<Method> named(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word().equals(word))
                .findFirst();
    }
}
