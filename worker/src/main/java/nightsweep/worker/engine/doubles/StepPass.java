package nightsweep.worker.engine.doubles;

import java.util.List;
import nightsweep.worker.engine.ExactParameters;

/**
 * All that went on in one training step, before its update.
 *
 * @param targets {@code (examples, output units)}
 * @param layers of those that learn, in order, the output layer last
 * @param losses of each example
 * @param gradients of their mean, layer by layer; without clipping and penalties
 */
@SuppressWarnings("ArrayRecordComponent") // numbers; never compared
public record StepPass(double[][] targets, List<LayerPass> layers, double[] losses, List<ExactParameters> gradients) {}
