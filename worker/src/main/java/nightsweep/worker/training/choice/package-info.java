/** Which engine trains which network. Entry: {@link nightsweep.worker.training.choice.Engines}. */
@NullMarked
package nightsweep.worker.training.choice;

import org.jspecify.annotations.NullMarked;
