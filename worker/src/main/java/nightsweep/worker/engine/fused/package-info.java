/** An engine that makes few passes over memory and allocates nothing in a step. Entry: {@link nightsweep.worker.engine.fused.FusedEngine}. */
@NullMarked
package nightsweep.worker.engine.fused;

import org.jspecify.annotations.NullMarked;
