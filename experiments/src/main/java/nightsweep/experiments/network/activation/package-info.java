/** The formulas of activations. Entry: {@link nightsweep.experiments.network.activation.UnitRule}. */
@NullMarked
package nightsweep.experiments.network.activation;

import org.jspecify.annotations.NullMarked;
