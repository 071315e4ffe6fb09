/** Searchers that do not look at results. */
@NullMarked
package nightsweep.driver.search.plain;

import org.jspecify.annotations.NullMarked;
