package nightsweep.worker.engine.dl4j;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.util.List;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.dl4j.function.Activations;
import nightsweep.worker.engine.dl4j.function.Losses;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * A trained network as Deeplearning4j's zip, made of its own classes alone, so that it opens wherever Deeplearning4j is.
 * It is for predictions: dropout and the optimizer are left out.
 */
public final class ModelZip {
    private ModelZip() {}

    /** The entry that holds the parameters. */
    public static final String COEFFICIENTS = "coefficients.bin";

    /** The entry that holds the network in Deeplearning4j's terms. */
    public static final String CONFIGURATION = "configuration.json";

    /**
     * The parameters of a network in the entry {@value #COEFFICIENTS} of such a zip.
     *
     * @param network that was written
     * @param inputs the shape of an example
     * @throws IOException if it holds anything but as many finite numbers as the network has
     */
    public static List<LayerParameters> parameters(NetworkSpec network, Shape inputs, byte[] coefficients)
            throws IOException {
        long count = network.parameters(inputs);
        if (count > coefficients.length / Float.BYTES) {
            throw new IOException("its network has " + count + " parameters, but the file has room for no more than "
                    + coefficients.length / Float.BYTES + ".");
        }
        Nd4jRuntime.start();
        MultiLayerNetwork plain = new MultiLayerNetwork(plain(network, inputs));
        plain.init();
        float[] numbers = Coefficients.read(coefficients, (int) plain.numParams());
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                throw new IOException("its " + COEFFICIENTS + " has a parameter that is " + number
                        + ", so it answers nothing: training diverged, or the file was changed.");
            }
        }
        return FlatParameters.copy(plain, FloatBuffer.wrap(numbers));
    }

    /** Whether Deeplearning4j computes an activation as it is computed here, so that a network with it can be written. */
    public static boolean keeps(Activation activation) {
        return Activations.own(activation).isPresent();
    }

    /**
     * Writes a network. Images are given to it in rows, channel by channel.
     *
     * @param inputs the shape of an example
     * @param parameters of the layers that have any, in order, whichever engine trained them
     * @throws IllegalArgumentException for activations and losses that Deeplearning4j computes otherwise (GELU) or lacks
     */
    public static void write(NetworkSpec network, Shape inputs, List<LayerParameters> parameters, OutputStream out)
            throws IOException {
        Nd4jRuntime.start();
        ModelSerializer.writeModel(Networks.network(plain(network, inputs), parameters), out, false);
    }

    private static MultiLayerConfiguration plain(NetworkSpec network, Shape inputs) {
        // Left out, the seed is the time, and no file would be the same twice.
        NeuralNetConfiguration.ListBuilder list =
                new NeuralNetConfiguration.Builder().seed(0).list();
        Networks.add(Stage.of(network, inputs), ModelZip::layer, list);
        list.validateOutputLayerConfig(false);
        return list.build();
    }

    private static Layer layer(Stage stage) {
        LayerSpec layer = stage.layer();
        if (layer instanceof LayerSpec.Dense dense) {
            return weighted(
                    new DenseLayer.Builder().hasBias(dense.biased()),
                    dense,
                    stage.inputs().values());
        } else if (layer instanceof LayerSpec.Convolution convolution) {
            int channels = ((Shape.Planes) stage.inputs()).channels();
            return weighted(Windows.convolution(convolution).hasBias(convolution.biased()), convolution, channels);
        } else if (layer instanceof LayerSpec.Output output) {
            OutputLayer.Builder builder = new OutputLayer.Builder(Losses.stock(output)).hasBias(output.biased());
            return weighted(builder, output, stage.inputs().values());
        } else if (layer instanceof LayerSpec.Pooling pooling) {
            return Windows.pooling(pooling).build();
        } else if (layer instanceof LayerSpec.BatchNormalization normalization) {
            return Networks.normalization(normalization, stage).build();
        }
        throw new AssertionError(layer);
    }

    private static Layer weighted(FeedForwardLayer.Builder<?> builder, LayerSpec.Weighted layer, int inputs) {
        builder.activation(Activations.stock(layer.activation())).nIn(inputs).nOut(layer.units());
        return builder.build();
    }
}
