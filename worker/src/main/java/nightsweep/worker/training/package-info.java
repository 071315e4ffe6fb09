/** The engine seam and the loop that drives it. Entry: {@link nightsweep.worker.training.Engine}. */
@NullMarked
package nightsweep.worker.training;

import org.jspecify.annotations.NullMarked;
