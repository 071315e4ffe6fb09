package nightsweep.worker.training.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.sweep.RandomStream;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.training.DropoutMask;

/**
 * A layer with parameters, together with the dropout of its input: Deeplearning4j drops out what goes into a layer, sweep
 * files what comes out of one.
 */
record Stage(LayerSpec layer, Optional<MaskedDropout> dropout) {

    /**
     * The layers with parameters of the network of {@code trial}, in order.
     *
     * @param inputs values an example
     */
    static List<Stage> of(Trial trial, int inputs, Pass pass) {
        List<LayerSpec> layers = trial.configuration().network().layers();
        int rows = trial.configuration().training().batchSize();
        List<Stage> stages = new ArrayList<>();
        List<DropoutMask> train = new ArrayList<>();
        List<DropoutMask> test = new ArrayList<>();
        int width = inputs;
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec layer = layers.get(i);
            if (!(layer instanceof LayerSpec.Dropout)) {
                stages.add(new Stage(layer, dropout(pass, width, rows, train, test)));
                train.clear();
                test.clear();
            }
            double rate = rate(layer);
            if (rate > 0) {
                train.add(new DropoutMask(trial.seed(RandomStream.DROPOUT), i, rate));
                test.add(new DropoutMask(trial.seed(RandomStream.TEST_DROPOUT), i, rate));
            }
            width = layer.outputs(width);
        }
        return stages;
    }

    private static Optional<MaskedDropout> dropout(
            Pass pass, int width, int rows, List<DropoutMask> train, List<DropoutMask> test) {
        return train.isEmpty()
                ? Optional.empty()
                : Optional.of(new MaskedDropout(pass, width, rows, List.copyOf(train), List.copyOf(test)));
    }

    private static double rate(LayerSpec layer) {
        if (layer instanceof LayerSpec.Dense dense) {
            return dense.dropout();
        }
        return layer instanceof LayerSpec.Dropout dropout ? dropout.rate() : 0;
    }
}
