/** Passes in plain Java: what every JVM can run, and what faster ones are tested against. Entry: {@link nightsweep.worker.training.fused.plain.PlainKernels}. */
@NullMarked
package nightsweep.worker.training.fused.plain;

import org.jspecify.annotations.NullMarked;
