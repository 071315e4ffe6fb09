/** Searchers that do not look at results. */
@NullMarked
package nightsweep.experiments.search.plain;

import org.jspecify.annotations.NullMarked;
