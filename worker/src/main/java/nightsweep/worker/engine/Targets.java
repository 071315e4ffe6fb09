package nightsweep.worker.engine;

import java.nio.FloatBuffer;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.TargetEncoding;
import nightsweep.experiments.sweep.Trial;

/**
 * What an output layer is trained towards, and which class its outputs stand for. What an example's target is, is told by one
 * whole number ({@link nightsweep.worker.dataset.ExampleSet#target}): its class, or where a number is to be predicted the bits
 * of that. A row's values stand
 * {@code stride} apart in a buffer: 1 where rows are stored one after another, the number of rows where columns are.
 *
 * @param units one for a number or for two classes, else one a class, and after them any number of spare ones: they stand for
 *     no class, so that they are trained to be low, whatever an example is, and are never an answer
 * @param classes 0 where a number is to be predicted
 * @param smoothing the share of a target that is taken off an example's class and spread over all classes
 */
public record Targets(int units, int classes, TargetEncoding encoding, double smoothing) {
    /** In the place of a class where a number is predicted. */
    public static final int NO_CLASS = -1;

    public Targets {
        if (units < (classes == 2 ? 1 : classes)) {
            throw new IllegalArgumentException(units + " output units cannot tell " + classes + " classes apart.");
        }
    }

    /** Each class for itself. */
    public Targets(int units, int classes, TargetEncoding encoding) {
        this(units, classes, encoding, 0);
    }

    /** The targets of {@code output} for so many classes. */
    public static Targets of(LayerSpec.Output output, int classes) {
        return new Targets(output.units(), classes, output.encoding());
    }

    /** The targets that a trial trains towards. */
    public static Targets ofTraining(Trial trial, int classes) {
        LayerSpec.Output output = trial.configuration().network().output();
        double smoothing = trial.configuration().training().aim().smoothing();
        return new Targets(output.units(), classes, output.encoding(), smoothing);
    }

    /** Whether a number is to be predicted, and no class. */
    public boolean number() {
        return classes == 0;
    }

    /** Whether there are units that stand for no class. */
    public boolean spare() {
        return !number() && units > classes;
    }

    /** The target of output unit {@code unit} for an example of class {@code label}. */
    public float value(int label, int unit) {
        return (float) exactValue(label, unit);
    }

    /** {@link #value} in double precision. */
    public double exactValue(int label, int unit) {
        if (number()) {
            return Float.intBitsToFloat(label);
        }
        boolean high = units == 1 ? label == 1 : unit == label;
        double target = high ? encoding.high() : encoding.low();
        return smoothing == 0 || unit >= classes ? target : (1 - smoothing) * target + smoothing / classes;
    }

    /** Writes the targets of an example of class {@code label} to {@code out[first], out[first + stride], ...}. */
    public void write(int label, FloatBuffer out, int first, int stride) {
        for (int unit = 0; unit < units; unit++) {
            out.put(first + unit * stride, value(label, unit));
        }
    }

    /**
     * The class of the outputs {@code outputs[first], outputs[first + stride], ...}: the unit of the largest among those that
     * stand for a class, the first among equals; with one unit, 1 above the threshold, else 0. Of a softmax layer of several
     * units its pre-activations are given, which rank as its outputs do and are less often equal.
     */
    public int predicted(FloatBuffer outputs, int first, int stride) {
        if (number()) {
            return NO_CLASS;
        }
        if (units == 1) {
            return outputs.get(first) > (float) encoding.threshold() ? 1 : 0;
        }
        return largest(outputs, first, stride, classes);
    }

    /** The unit of the largest of several outputs, whether it stands for a class or not; the first among equals. */
    public int largest(FloatBuffer outputs, int first, int stride) {
        return largest(outputs, first, stride, units);
    }

    private static int largest(FloatBuffer outputs, int first, int stride, int count) {
        int best = 0;
        float most = outputs.get(first);
        for (int unit = 1; unit < count; unit++) {
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
        if (number()) {
            return NO_CLASS;
        }
        if (units == 1) {
            return outputs[0] > encoding.threshold() ? 1 : 0;
        }
        int best = 0;
        for (int unit = 1; unit < classes; unit++) {
            best = outputs[unit] > outputs[best] ? unit : best;
        }
        return best;
    }
}
