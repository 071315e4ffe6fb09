package nightsweep.worker.training.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.worker.training.LayerParameters;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * A trained network as Deeplearning4j's zip, made of its own classes alone, so that it opens wherever Deeplearning4j is.
 * It is for predictions: dropout and the optimizer are left out.
 */
public final class ModelZip {
    private ModelZip() {}

    /**
     * The parameters of a network in such a zip.
     *
     * @throws IOException if it is no such zip
     */
    public static List<LayerParameters> parameters(InputStream zip) throws IOException {
        Nd4jRuntime.start();
        MultiLayerNetwork network = ModelSerializer.restoreMultiLayerNetwork(zip, false);
        return FlatParameters.copy(network, network.params());
    }

    /**
     * Writes a network.
     *
     * @param parameters of the layers that have any, in order, whichever engine trained them
     * @throws IllegalArgumentException for activations that Deeplearning4j computes otherwise (GELU), and for layers other than
     *     dense ones
     */
    public static void write(NetworkSpec network, List<LayerParameters> parameters, OutputStream out)
            throws IOException {
        Nd4jRuntime.start();
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
        Iterator<LayerParameters> shapes = parameters.iterator();
        for (LayerSpec layer : network.layers()) {
            if (layer instanceof LayerSpec.Dense dense) {
                LayerParameters shape = shapes.next();
                list.layer(new DenseLayer.Builder()
                        .activation(Activations.stock(dense.activation()))
                        .nIn(shape.inputs())
                        .nOut(shape.units())
                        .hasBias(dense.biased())
                        .build());
            } else if (layer instanceof LayerSpec.Output output) {
                LayerParameters shape = shapes.next();
                list.layer(new OutputLayer.Builder(Losses.of(output))
                        .activation(Activations.stock(output.activation()))
                        .nIn(shape.inputs())
                        .nOut(shape.units())
                        .hasBias(output.biased())
                        .build());
            } else if (!(layer instanceof LayerSpec.Dropout || layer instanceof LayerSpec.Flatten)) {
                throw new IllegalArgumentException("Only stacks of dense layers are saved as models.");
            }
        }
        list.validateOutputLayerConfig(false);
        ModelSerializer.writeModel(Networks.network(list.build(), parameters), out, false);
    }
}
