/** Losses of single examples, in double precision. Entry: {@link nightsweep.worker.engine.fused.loss.ExampleLoss}. */
@NullMarked
package nightsweep.worker.engine.fused.loss;

import org.jspecify.annotations.NullMarked;
