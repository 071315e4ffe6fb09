/**
 * Epochs at which trials are compared and most of them pause for good. Entry:
 * {@link nightsweep.driver.search.rungs.Rungs}.
 */
@NullMarked
package nightsweep.driver.search.rungs;

import org.jspecify.annotations.NullMarked;
