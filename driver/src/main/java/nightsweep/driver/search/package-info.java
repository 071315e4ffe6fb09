/**
 * The search beyond a grid: which configuration is tried next, decided by what is known and by nothing else. Neither time
 * nor the number of slots has a say. Entry: {@link nightsweep.driver.search.Search}.
 */
@NullMarked
package nightsweep.driver.search;

import org.jspecify.annotations.NullMarked;
