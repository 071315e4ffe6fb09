package nightsweep.worker.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.sweep.RandomStream;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.engine.DropoutMask;

/**
 * A layer of Deeplearning4j's, together with the dropout of its input: Deeplearning4j drops out what goes into a layer,
 * sweep files what comes out of one.
 *
 * @param inputs what goes into it for one example
 */
public record Stage(LayerSpec layer, Shape inputs, Optional<MaskedDropout> dropout) {

    /**
     * The layers of the network of {@code trial}, in order, but those that Deeplearning4j does not have as layers.
     *
     * @param inputs the shape of an example
     */
    static List<Stage> of(Trial trial, Shape inputs, Pass pass) {
        List<LayerSpec> layers = trial.configuration().network().layers();
        int rows = trial.configuration().training().batchSize();
        List<Stage> stages = new ArrayList<>();
        List<DropoutMask> train = new ArrayList<>();
        List<DropoutMask> test = new ArrayList<>();
        Shape shape = inputs;
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec layer = layers.get(i);
            if (!(layer instanceof LayerSpec.Dropout || layer instanceof LayerSpec.Flatten)) {
                stages.add(new Stage(layer, shape, dropout(pass, shape.values(), rows, train, test)));
                train.clear();
                test.clear();
            }
            double rate = layer.dropout();
            if (rate > 0) {
                train.add(new DropoutMask(trial.seed(RandomStream.DROPOUT), i, rate));
                test.add(new DropoutMask(trial.seed(RandomStream.TEST_DROPOUT), i, rate));
            }
            shape = layer.outputs(shape);
        }
        return stages;
    }

    /** The same without dropout. */
    static List<Stage> of(NetworkSpec network, Shape inputs) {
        List<Stage> stages = new ArrayList<>();
        Shape shape = inputs;
        for (LayerSpec layer : network.layers()) {
            if (!(layer instanceof LayerSpec.Dropout || layer instanceof LayerSpec.Flatten)) {
                stages.add(new Stage(layer, shape, Optional.empty()));
            }
            shape = layer.outputs(shape);
        }
        return stages;
    }

    /** Whether its input are images rather than rows of values. */
    boolean takesImages() {
        return inputs instanceof Shape.Planes
                && !(layer instanceof LayerSpec.Dense || layer instanceof LayerSpec.Output);
    }

    /**
     * Whether its dropout is a layer of its own, since Deeplearning4j's pooling and batch normalisation forget dropout of their
     * input, and convolutions the way back.
     */
    boolean dropsByItself() {
        return dropout.isPresent() && (takesImages() || layer instanceof LayerSpec.BatchNormalization);
    }

    private static Optional<MaskedDropout> dropout(
            Pass pass, int width, int rows, List<DropoutMask> train, List<DropoutMask> test) {
        return train.isEmpty()
                ? Optional.empty()
                : Optional.of(new MaskedDropout(pass, width, rows, List.copyOf(train), List.copyOf(test)));
    }
}
