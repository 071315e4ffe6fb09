/** What is trained: layers, activations, losses and initial parameters. Entry: {@link nightsweep.experiments.network.NetworkSpec}. */
@NullMarked
package nightsweep.experiments.network;

import org.jspecify.annotations.NullMarked;
