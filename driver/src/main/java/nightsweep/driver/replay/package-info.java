/**
 * Makes what a run decided again from its outcomes, without training. Entry: {@link nightsweep.driver.replay.Replay}.
 */
@NullMarked
package nightsweep.driver.replay;

import org.jspecify.annotations.NullMarked;
