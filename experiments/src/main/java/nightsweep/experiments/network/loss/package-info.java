/** Losses of single examples, in double precision. Entry: {@link nightsweep.experiments.network.loss.ExampleLoss}. */
@NullMarked
package nightsweep.experiments.network.loss;

import org.jspecify.annotations.NullMarked;
