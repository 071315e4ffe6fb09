/** The numbers of a network, laid out for vector instructions. Entry: {@link nightsweep.worker.training.fused.memory.Matrix}. */
@NullMarked
package nightsweep.worker.training.fused.memory;

import org.jspecify.annotations.NullMarked;
