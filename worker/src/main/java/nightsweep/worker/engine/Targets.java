package nightsweep.worker.engine;

import java.nio.FloatBuffer;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.TargetEncoding;

/**
 * What an output layer is trained towards for each class, and which class its outputs stand for. A row's values stand
 * {@code stride} apart in a buffer: 1 where rows are stored one after another, the number of rows where columns are.
 *
 * @param units one for two classes, else one a class
 */
public record Targets(int units, TargetEncoding encoding) {

    /** The targets of {@code output}. */
    public static Targets of(LayerSpec.Output output) {
        return new Targets(output.units(), output.encoding());
    }

    /** The target of output unit {@code unit} for an example of class {@code label}. */
    public float value(int label, int unit) {
        return (float) exactValue(label, unit);
    }

    /** {@link #value} in double precision. */
    public double exactValue(int label, int unit) {
        boolean high = units == 1 ? label == 1 : unit == label;
        return high ? encoding.high() : encoding.low();
    }

    /** Writes the targets of an example of class {@code label} to {@code out[first], out[first + stride], ...}. */
    public void write(int label, FloatBuffer out, int first, int stride) {
        for (int unit = 0; unit < units; unit++) {
            out.put(first + unit * stride, value(label, unit));
        }
    }

    /**
     * The class of the outputs {@code outputs[first], outputs[first + stride], ...}: the unit of the largest, the first
     * among equals; with one unit, 1 above the threshold, else 0. Of a softmax layer of several units its pre-activations are
     * given, which rank as its outputs do and are less often equal.
     */
    public int predicted(FloatBuffer outputs, int first, int stride) {
        if (units == 1) {
            return outputs.get(first) > (float) encoding.threshold() ? 1 : 0;
        }
        int best = 0;
        float most = outputs.get(first);
        for (int unit = 1; unit < units; unit++) {
            float output = outputs.get(first + unit * stride);
            if (output > most) {
                most = output;
                best = unit;
            }
        }
        return best;
    }

    /** {@link #predicted(FloatBuffer, int, int)} of {@code outputs: (units)}. */
    public int predicted(double[] outputs) {
        if (units == 1) {
            return outputs[0] > encoding.threshold() ? 1 : 0;
        }
        int best = 0;
        for (int unit = 1; unit < units; unit++) {
            best = outputs[unit] > outputs[best] ? unit : best;
        }
        return best;
    }
}
