package nightsweep.worker.engine;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.network.Window;

/**
 * Layers of images written out as loops, in double precision, to compare with: tanh in hidden layers, softmax and cross
 * entropy at the end, batches normalised as while training.
 */
record PlainNetwork(NetworkSpec network, Shape.Planes inputs) {

    /** The sum over the examples of the loss; {@code parameters} may be changed by the caller. */
    double loss(List<double[][]> parameters, float[][] examples, int[] labels) {
        List<double[]> values = new ArrayList<>();
        for (float[] example : examples) {
            double[] copy = new double[example.length];
            for (int i = 0; i < copy.length; i++) {
                copy[i] = example[i];
            }
            values.add(copy);
        }
        Shape shape = inputs;
        int next = 0;
        for (LayerSpec layer : network.layers()) {
            Shape.Planes planes = shape instanceof Shape.Planes known ? known : new Shape.Planes(1, 1, shape.values());
            if (layer instanceof LayerSpec.Convolution convolution) {
                double[][] p = parameters.get(next++);
                values.replaceAll(one -> convolve(one, planes, convolution, p));
            } else if (layer instanceof LayerSpec.Pooling pooling) {
                values.replaceAll(one -> pool(one, planes, pooling));
            } else if (layer instanceof LayerSpec.BatchNormalization normalization) {
                normalize(values, planes, normalization, parameters.get(next++));
            } else if (layer instanceof LayerSpec.Output output) {
                double[][] p = parameters.get(next++);
                values.replaceAll(one -> dense(one, output.units(), p));
            }
            shape = layer.outputs(shape);
        }
        double loss = 0;
        for (int i = 0; i < labels.length; i++) {
            double sum = 0;
            for (double logit : values.get(i)) {
                sum += Math.exp(logit);
            }
            loss += Math.log(sum) - values.get(i)[labels[i]];
        }
        return loss;
    }

    /** Parameters as doubles: weights row by row, and biases. */
    static List<double[][]> doubles(List<LayerParameters> parameters) {
        return parameters.stream()
                .map(one -> new double[][] {
                    doubles(one.tensors().get(0).values()),
                    doubles(one.tensors().get(1).values())
                })
                .toList();
    }

    private static double[] doubles(float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return copy;
    }

    private static double[] dense(double[] in, int units, double[][] p) {
        double[] out = p[1].clone();
        for (int unit = 0; unit < units; unit++) {
            for (int i = 0; i < in.length; i++) {
                out[unit] += in[i] * p[0][i * units + unit];
            }
        }
        return out;
    }

    private static double[] convolve(double[] in, Shape.Planes planes, LayerSpec.Convolution layer, double[][] p) {
        int size = layer.window().size();
        int units = layer.units();
        Shape.Planes outputs = (Shape.Planes) layer.outputs(planes);
        double[] out = new double[outputs.values()];
        for (int unit = 0; unit < units; unit++) {
            for (int y = 0; y < outputs.height(); y++) {
                for (int x = 0; x < outputs.width(); x++) {
                    double sum = p[1][unit];
                    for (int channel = 0; channel < planes.channels(); channel++) {
                        for (int dy = 0; dy < size; dy++) {
                            for (int dx = 0; dx < size; dx++) {
                                int weight = ((channel * size + dy) * size + dx) * units + unit;
                                sum += p[0][weight]
                                        * at(
                                                in,
                                                planes,
                                                channel,
                                                first(y, planes.height(), layer.window()) + dy,
                                                first(x, planes.width(), layer.window()) + dx);
                            }
                        }
                    }
                    out[(unit * outputs.height() + y) * outputs.width() + x] = Math.tanh(sum);
                }
            }
        }
        return out;
    }

    private static double[] pool(double[] in, Shape.Planes planes, LayerSpec.Pooling layer) {
        int size = layer.window().size();
        Shape.Planes outputs = (Shape.Planes) layer.outputs(planes);
        double[] out = new double[outputs.values()];
        for (int channel = 0; channel < planes.channels(); channel++) {
            for (int y = 0; y < outputs.height(); y++) {
                for (int x = 0; x < outputs.width(); x++) {
                    double greatest = Double.NEGATIVE_INFINITY;
                    double sum = 0;
                    for (int dy = 0; dy < size; dy++) {
                        for (int dx = 0; dx < size; dx++) {
                            int row = first(y, planes.height(), layer.window()) + dy;
                            int column = first(x, planes.width(), layer.window()) + dx;
                            double value = at(in, planes, channel, row, column);
                            greatest = Math.max(greatest, value);
                            sum += value;
                        }
                    }
                    boolean max = layer.kind() == LayerSpec.Pooling.Kind.MAX;
                    out[(channel * outputs.height() + y) * outputs.width() + x] = max ? greatest : sum / (size * size);
                }
            }
        }
        return out;
    }

    private static void normalize(
            List<double[]> values, Shape.Planes planes, LayerSpec.BatchNormalization layer, double[][] p) {
        int channels = layer.features(planes);
        int pixels = planes.values() / channels;
        for (int channel = 0; channel < channels; channel++) {
            double sum = 0;
            double squares = 0;
            for (double[] one : values) {
                for (int i = channel * pixels; i < (channel + 1) * pixels; i++) {
                    sum += one[i];
                    squares += one[i] * one[i];
                }
            }
            double mean = sum / (values.size() * pixels);
            double deviation = Math.sqrt(squares / (values.size() * pixels) - mean * mean + layer.epsilon());
            for (double[] one : values) {
                for (int i = channel * pixels; i < (channel + 1) * pixels; i++) {
                    one[i] = p[0][channel] * (one[i] - mean) / deviation + p[1][channel];
                }
            }
        }
    }

    private static int first(int place, int pixels, Window window) {
        if (window.padding() == Window.Padding.VALID) {
            return place * window.stride();
        }
        int missing = Math.max(0, (window.places(pixels) - 1) * window.stride() + window.size() - pixels);
        return place * window.stride() - missing / 2;
    }

    private static double at(double[] in, Shape.Planes planes, int channel, int row, int column) {
        boolean inside = row >= 0 && row < planes.height() && column >= 0 && column < planes.width();
        return inside ? in[(channel * planes.height() + row) * planes.width() + column] : 0;
    }
}
