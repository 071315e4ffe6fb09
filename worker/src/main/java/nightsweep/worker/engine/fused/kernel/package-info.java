/** Passes over numbers outside the heap, each doing at once all that is to be done to them. Entry: {@link nightsweep.worker.engine.fused.kernel.Kernels}. */
@NullMarked
package nightsweep.worker.engine.fused.kernel;

import org.jspecify.annotations.NullMarked;
