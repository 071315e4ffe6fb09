/** Which engine trains which network. Entry: {@link nightsweep.worker.engine.choice.Engines}. */
@NullMarked
package nightsweep.worker.engine.choice;

import org.jspecify.annotations.NullMarked;
