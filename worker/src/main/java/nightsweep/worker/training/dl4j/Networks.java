package nightsweep.worker.training.dl4j;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.OptimizerSpec;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.training.LayerParameters;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/** Writes a declared network and its training down in Deeplearning4j's terms. */
final class Networks {
    private Networks() {}

    static MultiLayerConfiguration configuration(
            List<Stage> stages, List<LayerParameters> parameters, TrainingSpec training, TallyingLoss loss) {
        NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .miniBatch(false)
                .updater(new Updater(training.optimizer(), new RateSchedule(training.learningRate())))
                .gradientNormalization(normalization(training.clipping()))
                .gradientNormalizationThreshold(training.clipping().limit());
        NeuralNetConfiguration.ListBuilder list = builder.list();
        for (int i = 0; i < stages.size(); i++) {
            list.layer(layer(stages.get(i), parameters.get(i), training, loss));
        }
        list.validateOutputLayerConfig(false);
        return list.build();
    }

    private static Layer layer(Stage stage, LayerParameters parameters, TrainingSpec training, TallyingLoss loss) {
        LayerSpec spec = stage.layer();
        FeedForwardLayer.Builder<?> builder;
        if (spec instanceof LayerSpec.Dense dense) {
            builder = new DenseLayer.Builder().activation(Activations.of(dense.activation()));
        } else if (spec instanceof LayerSpec.Output output) {
            builder = new OutputLayer.Builder(loss).activation(Activations.of(output.activation()));
        } else {
            throw new AssertionError(spec);
        }
        builder.nIn(parameters.inputs()).nOut(parameters.units());
        // Layer by layer, since Deeplearning4j loses penalties that are given for the whole network.
        builder.regularization(penalties(training));
        stage.dropout().ifPresent(builder::dropOut);
        return builder.build();
    }

    private static GradientNormalization normalization(Clipping clipping) {
        return switch (clipping.kind()) {
            case NONE -> GradientNormalization.None;
            case VALUE -> GradientNormalization.ClipElementWiseAbsoluteValue;
            case LAYER_NORM -> GradientNormalization.ClipL2PerLayer;
            case PARAMETER_NORM -> GradientNormalization.ClipL2PerParamType;
            case UNIT_LAYER_NORM -> GradientNormalization.RenormalizeL2PerLayer;
            case UNIT_PARAMETER_NORM -> GradientNormalization.RenormalizeL2PerParamType;
        };
    }

    private static List<Regularization> penalties(TrainingSpec training) {
        List<Regularization> penalties = new ArrayList<>();
        Penalty penalty = training.penalty();
        if (penalty.l1() > 0) {
            penalties.add(new L1Regularization(penalty.l1()));
        }
        if (penalty.l2() > 0) {
            penalties.add(new L2Regularization(penalty.l2()));
        }
        double decay = penalty.weightDecay();
        if (training.optimizer() instanceof OptimizerSpec.AdamW adamW) {
            decay += adamW.weightDecay();
        }
        if (decay > 0) {
            penalties.add(new WeightDecay(decay, true));
        }
        return penalties;
    }

    /** A network that starts with {@code parameters}. */
    static MultiLayerNetwork network(MultiLayerConfiguration configuration, List<LayerParameters> parameters) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init(flat(parameters), false);
        return network;
    }

    /** A copy of the parameters that {@code network} has now. */
    static List<LayerParameters> parameters(MultiLayerNetwork network) {
        return layers(network, network.params());
    }

    /** A copy of the gradients that {@code network} computed last. */
    static List<LayerParameters> gradients(MultiLayerNetwork network) {
        return layers(network, network.getFlattenedGradients());
    }

    private static List<LayerParameters> layers(MultiLayerNetwork network, INDArray values) {
        FloatBuffer flat = ((FloatPointer) values.data().pointer()).asBuffer();
        List<LayerParameters> layers = new ArrayList<>();
        for (org.deeplearning4j.nn.api.Layer layer : network.getLayers()) {
            INDArray matrix = layer.getParam(DefaultParamInitializer.WEIGHT_KEY);
            int inputs = (int) matrix.size(0);
            int units = (int) matrix.size(1);
            float[] weights = new float[inputs * units];
            for (int unit = 0; unit < units; unit++) {
                for (int input = 0; input < inputs; input++) {
                    weights[input * units + unit] = flat.get();
                }
            }
            float[] biases = new float[units];
            flat.get(biases);
            layers.add(new LayerParameters(inputs, units, weights, biases));
        }
        return layers;
    }

    /** Layer by layer: weights column by column, then biases. */
    private static INDArray flat(List<LayerParameters> layers) {
        long length = layers.stream()
                .mapToLong(layer -> layer.weights().length + layer.biases().length)
                .sum();
        INDArray flat = Nd4j.createUninitialized(DataType.FLOAT, new long[] {1, length}, 'c');
        FloatBuffer buffer = ((FloatPointer) flat.data().pointer()).asBuffer();
        for (LayerParameters layer : layers) {
            for (int unit = 0; unit < layer.units(); unit++) {
                for (int input = 0; input < layer.inputs(); input++) {
                    buffer.put(layer.weights()[input * layer.units() + unit]);
                }
            }
            buffer.put(layer.biases());
        }
        return flat;
    }
}
