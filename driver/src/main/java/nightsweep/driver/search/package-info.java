/** Searchers that look at results, and what they share; the search itself is {@link nightsweep.experiments.search.Search}. */
@NullMarked
package nightsweep.driver.search;

import org.jspecify.annotations.NullMarked;
