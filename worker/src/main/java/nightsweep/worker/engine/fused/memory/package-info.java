/** The numbers of a network, laid out for vector instructions. Entry: {@link nightsweep.worker.engine.fused.memory.Matrix}. */
@NullMarked
package nightsweep.worker.engine.fused.memory;

import org.jspecify.annotations.NullMarked;
