/** Passes with the JDK's Vector API: the only package that knows it. Entry: {@link nightsweep.worker.engine.fused.vector.VectorKernels}. */
@NullMarked
package nightsweep.worker.engine.fused.vector;

import org.jspecify.annotations.NullMarked;
