package nightsweep.worker.engine;

import java.util.Arrays;

/**
 * The weights and biases of one layer. Of a convolution the inputs are the values under its window, channel by channel; of
 * a batch normalisation there are three rows of weights, scales, kept means and kept variances, and shifts as biases.
 *
 * @param weights {@code (inputs, units)}, row by row
 * @param biases {@code (units)}
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops; never compared
public record LayerParameters(int inputs, int units, float[] weights, float[] biases) {

    /** Of a batch normalisation that has seen nothing. */
    static LayerParameters neutral(int features) {
        float[] weights = new float[3 * features];
        Arrays.fill(weights, 0, features, 1);
        Arrays.fill(weights, 2 * features, 3 * features, 1);
        return new LayerParameters(3, features, weights, new float[features]);
    }
}
