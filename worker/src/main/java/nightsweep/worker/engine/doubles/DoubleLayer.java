package nightsweep.worker.engine.doubles;

import java.nio.DoubleBuffer;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.worker.engine.ExactParameters;
import nightsweep.worker.engine.LayerParameters;

/**
 * One fully connected layer, {@code a = f(x W + b)}, and where its parameters stand among those of the network.
 *
 * @param weights the place of the first weight, {@code (inputs, units)} row by row
 * @param biases the place of the first bias, past the last weight
 * @param end past the last bias; the place of the first where the layer has none
 */
record DoubleLayer(int inputs, int units, RowActivation activation, int weights, int biases, int end) {

    /** The layer whose parameters start at {@code start}. */
    static DoubleLayer of(LayerSpec.Weighted layer, int inputs, int start) {
        int biases = Math.addExact(start, Math.multiplyExact(inputs, layer.units()));
        int end = layer.biased() ? Math.addExact(biases, layer.units()) : biases;
        return new DoubleLayer(inputs, layer.units(), RowActivation.of(layer.activation()), start, biases, end);
    }

    /** The pre-activations of one example. */
    double[] forward(double[] input, DoubleBuffer parameters) {
        double[] z = new double[units];
        for (int i = 0; i < inputs; i++) {
            for (int unit = 0; unit < units; unit++) {
                z[unit] += input[i] * parameters.get(weights + i * units + unit);
            }
        }
        for (int unit = 0; unit < end - biases; unit++) {
            z[unit] += parameters.get(biases + unit);
        }
        return z;
    }

    /** The activations of {@code z}. */
    double[] activate(double[] z) {
        double[] a = new double[units];
        activation.apply(z, a);
        return a;
    }

    /** The loss's derivatives by the input of one example, from those by its pre-activations. */
    double[] backward(double[] deltas, DoubleBuffer parameters) {
        double[] back = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            for (int unit = 0; unit < units; unit++) {
                back[i] += deltas[unit] * parameters.get(weights + i * units + unit);
            }
        }
        return back;
    }

    /** Adds what one example adds to the gradient, times {@code factor}. */
    void addGradient(double[] input, double[] deltas, double factor, double[] gradient) {
        for (int i = 0; i < inputs; i++) {
            for (int unit = 0; unit < units; unit++) {
                gradient[weights + i * units + unit] += factor * input[i] * deltas[unit];
            }
        }
        for (int unit = 0; unit < end - biases; unit++) {
            gradient[biases + unit] += factor * deltas[unit];
        }
    }

    void start(ExactParameters from, DoubleBuffer parameters) {
        for (int i = 0; i < from.weights().length; i++) {
            parameters.put(weights + i, from.weights()[i]);
        }
        for (int unit = 0; unit < end - biases; unit++) {
            parameters.put(biases + unit, from.biases()[unit]);
        }
    }

    void start(LayerParameters from, DoubleBuffer parameters) {
        for (int i = 0; i < from.weights().length; i++) {
            parameters.put(weights + i, from.weights()[i]);
        }
        for (int unit = 0; unit < end - biases; unit++) {
            parameters.put(biases + unit, from.biases()[unit]);
        }
    }

    /** What an array laid out as the parameters has for this layer. */
    ExactParameters of(DoubleBuffer all) {
        double[] w = new double[inputs * units];
        double[] b = new double[units];
        all.get(weights, w);
        all.get(biases, b, 0, end - biases);
        return new ExactParameters(inputs, units, w, b);
    }
}
