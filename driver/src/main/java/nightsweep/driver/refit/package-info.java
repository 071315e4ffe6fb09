/** A run's winner trained anew, on all that may be trained on. Entry: {@link nightsweep.driver.refit.Refitting}. */
@NullMarked
package nightsweep.driver.refit;

import org.jspecify.annotations.NullMarked;
