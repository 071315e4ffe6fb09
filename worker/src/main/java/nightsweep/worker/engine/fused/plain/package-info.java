/** Passes in plain Java: what every JVM can run, and what faster ones are tested against. Entry: {@link nightsweep.worker.engine.fused.plain.PlainKernels}. */
@NullMarked
package nightsweep.worker.engine.fused.plain;

import org.jspecify.annotations.NullMarked;
