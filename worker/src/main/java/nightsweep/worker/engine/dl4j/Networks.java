package nightsweep.worker.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.dl4j.function.Activations;
import nightsweep.worker.engine.dl4j.function.TallyingLoss;
import nightsweep.worker.engine.dl4j.update.RateSchedule;
import nightsweep.worker.engine.dl4j.update.Updater;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/** Writes a declared network and its training down in Deeplearning4j's terms. */
final class Networks {
    private Networks() {}

    static MultiLayerConfiguration configuration(List<Stage> stages, TrainingSpec training, TallyingLoss loss) {
        NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .miniBatch(false)
                .updater(new Updater(training.optimizer(), new RateSchedule(training.learningRate())))
                .gradientNormalization(normalization(training.clipping()))
                .gradientNormalizationThreshold(training.clipping().limit());
        NeuralNetConfiguration.ListBuilder list = builder.list();
        add(stages, stage -> layer(stage, training, loss), list);
        list.validateOutputLayerConfig(false);
        return list.build();
    }

    /** Adds the layers of stages one after another, with what has to stand between them. */
    static void add(List<Stage> stages, Function<Stage, Layer> layers, NeuralNetConfiguration.ListBuilder list) {
        boolean images = false;
        int next = 0;
        for (Stage stage : stages) {
            if (images != stage.takesImages()) {
                list.inputPreProcessor(next, between(stage));
                images = stage.takesImages();
            }
            if (stage.dropsByItself()) {
                list.layer(next++, new DropoutLayer(stage.dropout().get()));
            }
            list.layer(next++, layers.apply(stage));
        }
    }

    /** Lays rows out as images for a layer that takes them, and images as rows for one that does not. */
    private static InputPreProcessor between(Stage stage) {
        if (stage.inputs() instanceof Shape.Planes planes) {
            return stage.takesImages()
                    ? new FeedForwardToCnnPreProcessor(planes.height(), planes.width(), planes.channels())
                    : new CnnToFeedForwardPreProcessor(planes.height(), planes.width(), planes.channels());
        }
        // A flatten layer came between, which Deeplearning4j does not know; sizes come with the first minibatch.
        return new CnnToFeedForwardPreProcessor();
    }

    private static Layer layer(Stage stage, TrainingSpec training, TallyingLoss loss) {
        LayerSpec spec = stage.layer();
        if (spec instanceof LayerSpec.Weighted weighted) {
            return layer(weighted, stage, training, loss);
        } else if (spec instanceof LayerSpec.Pooling pooling) {
            return Windows.pooling(pooling).build();
        } else if (spec instanceof LayerSpec.BatchNormalization normalization) {
            return normalization(normalization, stage).build();
        }
        throw new AssertionError(spec);
    }

    static BatchNormalization.Builder normalization(LayerSpec.BatchNormalization normalization, Stage stage) {
        int features = normalization.features(stage.inputs());
        return new BatchNormalization.Builder()
                .nIn(features)
                .nOut(features)
                .decay(normalization.decay())
                .eps(normalization.epsilon())
                .useLogStd(false);
    }

    private static Layer layer(LayerSpec.Weighted spec, Stage stage, TrainingSpec training, TallyingLoss loss) {
        FeedForwardLayer.Builder<?> builder;
        int inputs = stage.inputs().values();
        if (spec instanceof LayerSpec.Dense) {
            builder = new DenseLayer.Builder().hasBias(spec.biased());
        } else if (spec instanceof LayerSpec.Convolution convolution) {
            builder = Windows.convolution(convolution).hasBias(spec.biased());
            inputs = ((Shape.Planes) stage.inputs()).channels();
        } else if (spec instanceof LayerSpec.Output) {
            builder = new OutputLayer.Builder(loss).hasBias(spec.biased());
        } else {
            throw new AssertionError(spec);
        }
        builder.activation(Activations.of(spec.activation())).nIn(inputs).nOut(spec.units());
        // Layer by layer, since Deeplearning4j loses penalties that are given for the whole network.
        builder.regularization(penalties(training));
        if (training.penalty().penalised() == Penalty.Reach.ALL) {
            builder.regularizationBias(penalties(training));
        }
        return dropped(builder, stage).build();
    }

    private static Layer.Builder<?> dropped(Layer.Builder<?> builder, Stage stage) {
        if (!stage.dropsByItself()) {
            stage.dropout().ifPresent(builder::dropOut);
        }
        return builder;
    }

    private static GradientNormalization normalization(Clipping clipping) {
        return switch (clipping.kind()) {
            case NONE -> GradientNormalization.None;
            // Deeplearning4j knows no norm of the whole network: see GlobalNorm.
            case GLOBAL_NORM -> GradientNormalization.None;
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
        double decay = penalty.weightDecay() + training.optimizer().weightDecay();
        if (decay > 0) {
            penalties.add(new WeightDecay(decay, true));
        }
        return penalties;
    }

    /** A network that starts with {@code parameters}. */
    static MultiLayerNetwork network(MultiLayerConfiguration configuration, List<LayerParameters> parameters) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        FlatParameters.put(parameters, network);
        return network;
    }
}
