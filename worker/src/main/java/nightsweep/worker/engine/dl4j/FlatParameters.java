package nightsweep.worker.engine.dl4j;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Tensor;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The one array in which Deeplearning4j keeps all parameters of a network, layer by layer: of a dense layer the weights unit
 * by unit, then the biases where it has any; of a convolution the biases first; of a batch normalisation scales, shifts, means, variances.
 */
final class FlatParameters {
    private FlatParameters() {}

    /** Puts parameters into a network in place of its own. */
    static void put(List<LayerParameters> parameters, MultiLayerNetwork network) {
        FloatBuffer flat = buffer(network.params());
        Iterator<LayerParameters> next = parameters.iterator();
        for (Layer layer : learning(network)) {
            LayerParameters one = next.next();
            switch (Kind.of(layer)) {
                case DENSE -> {
                    putWeights(one, flat);
                    flat.put(one.biases(), 0, biases(layer));
                }
                case CONVOLUTION -> {
                    flat.put(one.biases(), 0, biases(layer));
                    putWeights(one, flat);
                }
                case NORMALIZATION -> {
                    for (Tensor tensor : one.ofNormalization().tensors()) {
                        flat.put(tensor.values());
                    }
                }
            }
        }
    }

    /**
     * A copy of such an array, layer by layer.
     *
     * @param array as long as the parameters of {@code network}: these themselves, or a gradient
     */
    static List<LayerParameters> copy(MultiLayerNetwork network, INDArray array) {
        return copy(network, buffer(array));
    }

    /** The same of numbers that are read from where they are now. */
    static List<LayerParameters> copy(MultiLayerNetwork network, FloatBuffer flat) {
        List<LayerParameters> parameters = new ArrayList<>();
        for (Layer layer : learning(network)) {
            parameters.add(
                    switch (Kind.of(layer)) {
                        case DENSE -> {
                            INDArray matrix = layer.getParam(DefaultParamInitializer.WEIGHT_KEY);
                            int inputs = (int) matrix.size(0);
                            int units = (int) matrix.size(1);
                            float[] weights = weights(flat, inputs, units);
                            yield new LayerParameters(inputs, units, weights, biases(layer, flat, units));
                        }
                        case CONVOLUTION -> {
                            INDArray filters = layer.getParam(ConvolutionParamInitializer.WEIGHT_KEY);
                            int units = (int) filters.size(0);
                            int inputs = (int) (filters.length() / units);
                            float[] biases = biases(layer, flat, units);
                            yield new LayerParameters(inputs, units, weights(flat, inputs, units), biases);
                        }
                        case NORMALIZATION -> {
                            int units = (int) layer.getParam(BatchNormalizationParamInitializer.GAMMA)
                                    .length();
                            float[] scales = values(flat, units);
                            float[] shifts = values(flat, units);
                            float[] means = values(flat, units);
                            yield LayerParameters.normalization(scales, shifts, means, values(flat, units));
                        }
                    });
        }
        return parameters;
    }

    private enum Kind {
        DENSE,
        CONVOLUTION,
        NORMALIZATION;

        static Kind of(Layer layer) {
            if (layer.getParam(BatchNormalizationParamInitializer.GAMMA) != null) {
                return NORMALIZATION;
            }
            return layer.getParam(DefaultParamInitializer.WEIGHT_KEY).rank() == 2 ? DENSE : CONVOLUTION;
        }
    }

    private static List<Layer> learning(MultiLayerNetwork network) {
        return List.of(network.getLayers()).stream()
                .filter(layer -> layer.numParams() > 0)
                .toList();
    }

    /** Zeros where the layer has none. */
    private static float[] biases(Layer layer, FloatBuffer flat, int units) {
        float[] biases = new float[units];
        flat.get(biases, 0, biases(layer));
        return biases;
    }

    private static int biases(Layer layer) {
        INDArray biases = layer.getParam(DefaultParamInitializer.BIAS_KEY);
        return biases == null ? 0 : (int) biases.length();
    }

    private static FloatBuffer buffer(INDArray array) {
        return ((FloatPointer) array.data().pointer()).asBuffer();
    }

    private static void putWeights(LayerParameters layer, FloatBuffer flat) {
        for (int unit = 0; unit < layer.units(); unit++) {
            for (int input = 0; input < layer.inputs(); input++) {
                flat.put(layer.weights()[input * layer.units() + unit]);
            }
        }
    }

    private static float[] weights(FloatBuffer flat, int inputs, int units) {
        float[] weights = new float[inputs * units];
        for (int unit = 0; unit < units; unit++) {
            for (int input = 0; input < inputs; input++) {
                weights[input * units + unit] = flat.get();
            }
        }
        return weights;
    }

    private static float[] values(FloatBuffer flat, int count) {
        float[] values = new float[count];
        flat.get(values);
        return values;
    }
}
