/** Passes with the JDK's Vector API: the only package that knows it. Entry: {@link nightsweep.worker.training.fused.vector.VectorKernels}. */
@NullMarked
package nightsweep.worker.training.fused.vector;

import org.jspecify.annotations.NullMarked;
