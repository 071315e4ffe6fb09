/** Which trials a run has still to train, in which order, and when it ends early. */
@NullMarked
package nightsweep.driver.run.agenda;

import org.jspecify.annotations.NullMarked;
