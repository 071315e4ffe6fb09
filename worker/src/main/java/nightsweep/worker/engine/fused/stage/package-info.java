/** The stages of a network: what each computes forward and back, and which parameters it has. */
@NullMarked
package nightsweep.worker.engine.fused.stage;

import org.jspecify.annotations.NullMarked;
