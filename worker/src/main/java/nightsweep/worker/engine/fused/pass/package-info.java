/** What follows a stage: activations of hidden layers, and output layers with their losses. */
@NullMarked
package nightsweep.worker.engine.fused.pass;

import org.jspecify.annotations.NullMarked;
