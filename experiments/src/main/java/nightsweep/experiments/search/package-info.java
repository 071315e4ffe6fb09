/**
 * The search beyond a grid: which configuration is tried next, decided by what is known and by nothing else. Neither time
 * nor the number of slots has a say. Entry: {@link nightsweep.experiments.search.Search}.
 */
@NullMarked
package nightsweep.experiments.search;

import org.jspecify.annotations.NullMarked;
