package nightsweep.worker.training;

/**
 * The weights and biases of one layer.
 *
 * @param weights {@code (inputs, units)}, row by row
 * @param biases {@code (units)}
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops; never compared
public record LayerParameters(int inputs, int units, float[] weights, float[] biases) {}
