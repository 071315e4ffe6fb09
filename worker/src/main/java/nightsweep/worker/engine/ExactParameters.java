package nightsweep.worker.engine;

/**
 * The weights and biases of one layer in double precision.
 *
 * @param weights {@code (inputs, units)}, row by row
 * @param biases {@code (units)}; zeros where the layer has none
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops; never compared
public record ExactParameters(int inputs, int units, double[] weights, double[] biases) {

    /** The same in single precision. */
    public LayerParameters rounded() {
        return new LayerParameters(inputs, units, floats(weights), floats(biases));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
