/** Shows that executors see the run directory, and that what they wrote is there. */
@NullMarked
package nightsweep.driver.schedule.proof;

import org.jspecify.annotations.NullMarked;
