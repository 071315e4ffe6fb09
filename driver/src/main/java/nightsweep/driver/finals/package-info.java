/**
 * Finalists: the best of a sweep are trained more often than the others, and then on while they cannot be told apart. Entry:
 * {@link nightsweep.driver.finals.FinalsAgenda}.
 */
@NullMarked
package nightsweep.driver.finals;

import org.jspecify.annotations.NullMarked;
