package nightsweep.experiments.search.space;

import java.util.Optional;

/**
 * One thing that a search varies.
 *
 * @param when where it has a value at all; always, where this is empty
 */
public record SearchAxis(String name, Domain domain, Optional<Clause> when) {
    /** An axis that always has a value. */
    public static SearchAxis of(String name, Domain domain) {
        return new SearchAxis(name, domain, Optional.empty());
    }
}
