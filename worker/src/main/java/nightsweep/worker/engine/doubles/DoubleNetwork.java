package nightsweep.worker.engine.doubles;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.sweep.RandomStream;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.engine.DropoutMask;

/**
 * The layers of a network and what is dropped out between them.
 *
 * @param layers those that learn, in order, the output layer last
 * @param dropouts of what goes into each of {@code layers}
 */
record DoubleNetwork(List<DoubleLayer> layers, List<DoubleDropout> dropouts, RowLoss loss) {

    static DoubleNetwork of(Trial trial, Shape inputs) {
        List<LayerSpec> specs = trial.configuration().network().layers();
        List<DoubleLayer> layers = new ArrayList<>();
        List<DoubleDropout> dropouts = new ArrayList<>();
        List<Integer> dropping = new ArrayList<>();
        int width = inputs.values();
        int start = 0;
        for (int i = 0; i < specs.size(); i++) {
            if (specs.get(i) instanceof LayerSpec.Weighted weighted) {
                DoubleLayer layer = DoubleLayer.of(weighted, width, start);
                layers.add(layer);
                dropouts.add(dropout(trial, dropping));
                dropping.clear();
                width = layer.units();
                start = layer.end();
            }
            if (specs.get(i).dropout() > 0) {
                dropping.add(i);
            }
        }
        RowLoss loss = RowLoss.of(trial.configuration().network().output());
        return new DoubleNetwork(List.copyOf(layers), List.copyOf(dropouts), loss);
    }

    /** @param places of the network's layers that drop out, from 0 */
    private static DoubleDropout dropout(Trial trial, List<Integer> places) {
        List<LayerSpec> specs = trial.configuration().network().layers();
        List<DropoutMask> training = new ArrayList<>();
        List<DropoutMask> testing = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (int place : places) {
            double rate = specs.get(place).dropout();
            training.add(new DropoutMask(trial.seed(RandomStream.DROPOUT), place, rate));
            testing.add(new DropoutMask(trial.seed(RandomStream.TEST_DROPOUT), place, rate));
            rates.add(rate);
        }
        return new DoubleDropout(training, testing, rates);
    }

    /** How many weights and biases there are. */
    int parameters() {
        return layers.get(layers.size() - 1).end();
    }
}
