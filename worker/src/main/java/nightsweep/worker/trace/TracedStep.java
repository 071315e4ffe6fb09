package nightsweep.worker.trace;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.sweep.TraceQuantity;
import nightsweep.worker.engine.ExactParameters;
import nightsweep.worker.engine.doubles.LayerPass;
import nightsweep.worker.engine.doubles.StepPass;

/**
 * All numbers of one training step.
 *
 * @param step from 1, over the whole training
 * @param epoch from 1
 * @param specs of the layers that learn, in order
 * @param examples their places among the training examples, from 1
 * @param pass what went on before the update
 * @param parameters after it, layer by layer
 * @param outputs after it, of the first training examples, {@code (examples, units)}
 */
@SuppressWarnings("ArrayRecordComponent") // numbers; never compared
public record TracedStep(
        long step,
        int epoch,
        List<LayerSpec.Weighted> specs,
        List<Integer> examples,
        StepPass pass,
        List<ExactParameters> parameters,
        double[][] outputs) {
    public TracedStep {
        specs = List.copyOf(specs);
        examples = List.copyOf(examples);
        parameters = List.copyOf(parameters);
    }

    /** Every number, in the order of {@link TraceQuantity} and within it of layers; gradients and updates from the last layer. */
    public List<TracedValue> values() {
        List<TracedValue> values = new ArrayList<>();
        List<LayerPass> layers = pass.layers();
        rows(TraceQuantity.INPUTS, 0, layers.get(0).input(), values);
        for (int layer = 0; layer < layers.size(); layer++) {
            rows(TraceQuantity.PRE_ACTIVATIONS, layer + 1, layers.get(layer).preActivations(), values);
            rows(TraceQuantity.ACTIVATIONS, layer + 1, layers.get(layer).activations(), values);
        }
        rows(TraceQuantity.TARGETS, 0, pass.targets(), values);
        column(TraceQuantity.LOSS, pass.losses(), values);
        for (int layer = layers.size(); layer > 0; layer--) {
            ExactParameters gradient = pass.gradients().get(layer - 1);
            matrix(TraceQuantity.WEIGHT_GRADIENTS, layer, gradient, values);
            biases(TraceQuantity.BIAS_GRADIENTS, layer, gradient, values);
        }
        for (int layer = layers.size(); layer > 0; layer--) {
            ExactParameters moved = parameters.get(layer - 1);
            matrix(TraceQuantity.WEIGHTS, layer, moved, values);
            biases(TraceQuantity.BIASES, layer, moved, values);
        }
        rows(TraceQuantity.OUTPUTS, 0, outputs, values);
        return List.copyOf(values);
    }

    private static void rows(TraceQuantity quantity, int layer, double[][] rows, List<TracedValue> values) {
        int index = 0;
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                values.add(new TracedValue(quantity, layer, index++, row + 1, column + 1, rows[row][column]));
            }
        }
    }

    private static void column(TraceQuantity quantity, double[] column, List<TracedValue> values) {
        for (int row = 0; row < column.length; row++) {
            values.add(new TracedValue(quantity, 0, row, row + 1, 0, column[row]));
        }
    }

    private void biases(TraceQuantity quantity, int layer, ExactParameters parameters, List<TracedValue> values) {
        for (int unit = 0; unit < parameters.units() && specs.get(layer - 1).biased(); unit++) {
            values.add(new TracedValue(
                    quantity, layer, unit, 0, unit + 1, parameters.biases()[unit]));
        }
    }

    private static void matrix(
            TraceQuantity quantity, int layer, ExactParameters parameters, List<TracedValue> values) {
        for (int i = 0; i < parameters.weights().length; i++) {
            int row = i / parameters.units() + 1;
            values.add(new TracedValue(
                    quantity,
                    layer,
                    i,
                    row,
                    i % parameters.units() + 1,
                    parameters.weights()[i]));
        }
    }
}
