/**
 * Rungs in a run: which trial is trained up to which epoch, and what is written of the decisions. Entry:
 * {@link nightsweep.driver.promotion.RungAgenda}.
 */
@NullMarked
package nightsweep.driver.promotion;

import org.jspecify.annotations.NullMarked;
