/** Losses of single examples, in double precision. Entry: {@link nightsweep.worker.training.fused.loss.ExampleLoss}. */
@NullMarked
package nightsweep.worker.training.fused.loss;

import org.jspecify.annotations.NullMarked;
