/** Whether a run's figures come out the same when they are made anew. Entry: {@link nightsweep.driver.verify.Verification}. */
@NullMarked
package nightsweep.driver.verify;

import org.jspecify.annotations.NullMarked;
