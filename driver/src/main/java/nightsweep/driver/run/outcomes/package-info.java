/** The outcomes that a run directory holds, read ahead, shared between equal trials and compared with the data. */
@NullMarked
package nightsweep.driver.run.outcomes;

import org.jspecify.annotations.NullMarked;
