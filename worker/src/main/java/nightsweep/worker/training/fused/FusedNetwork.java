package nightsweep.worker.training.fused;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.sweep.RandomStream;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.training.DropoutMask;
import nightsweep.worker.training.InitialParameters;
import nightsweep.worker.training.LayerParameters;
import nightsweep.worker.training.fused.kernel.Drops;
import nightsweep.worker.training.fused.kernel.Kernels;
import nightsweep.worker.training.fused.kernel.Slabs;
import nightsweep.worker.training.fused.memory.Matrix;
import nightsweep.worker.training.fused.memory.OffHeap;
import nightsweep.worker.training.fused.product.MatrixProduct;

/**
 * A network laid out in memory.
 *
 * @param input {@code (examples, inputs)}
 * @param inputDrops dropout of the input, while training
 * @param inputTestDrops the same, while testing
 * @param stages every fully connected layer, the output layer last
 */
record FusedNetwork(
        Matrix input,
        List<Drops> inputDrops,
        List<Drops> inputTestDrops,
        List<HiddenPass> hidden,
        OutputPass output,
        List<DenseStage> stages,
        List<DenseStage.Place> places,
        Slabs slabs) {

    /**
     * The network of a trial, with its initial parameters.
     *
     * @param rows the most examples in a pass
     */
    static FusedNetwork of(Trial trial, int inputs, int rows, OffHeap offHeap, Kernels kernels, MatrixProduct product) {
        NetworkSpec network = trial.configuration().network();
        TrainingSpec training = trial.configuration().training();
        List<DenseStage.Place> places = places(network, inputs);
        int count = places.get(places.size() - 1).end();
        Slabs slabs = Slabs.of(offHeap, count, training.optimizer().name());
        Matrix input = offHeap.dense(rows, inputs);
        List<Drops> inputDrops = new ArrayList<>();
        List<Drops> inputTestDrops = new ArrayList<>();
        List<HiddenPass> hidden = new ArrayList<>();
        List<DenseStage> stages = new ArrayList<>();
        Matrix incoming = input;
        for (int layer = 0; layer < network.layers().size(); layer++) {
            LayerSpec spec = network.layers().get(layer);
            double rate = 0;
            if (!(spec instanceof LayerSpec.Dropout)) {
                DenseStage stage = DenseStage.of(places.get(stages.size()), incoming, rows, slabs, offHeap, product);
                stages.add(stage);
                incoming = stage.output();
            }
            if (spec instanceof LayerSpec.Dense dense) {
                DenseStage stage = stages.get(stages.size() - 1);
                hidden.add(new HiddenPass(stage, kernels.activation(dense.activation()), kernels));
                rate = dense.dropout();
            } else if (spec instanceof LayerSpec.Dropout dropout) {
                rate = dropout.rate();
            }
            if (rate > 0) {
                Drops whileTraining = drops(trial, RandomStream.DROPOUT, layer, rate, incoming, offHeap);
                Drops whileTesting = drops(trial, RandomStream.TEST_DROPOUT, layer, rate, incoming, offHeap);
                if (hidden.isEmpty()) {
                    inputDrops.add(whileTraining);
                    inputTestDrops.add(whileTesting);
                } else {
                    hidden.get(hidden.size() - 1).add(whileTraining, whileTesting);
                }
            }
        }
        start(trial, inputs, stages, slabs);
        OutputPass output = OutputPass.of(network.output(), stages.get(stages.size() - 1), kernels, offHeap);
        return new FusedNetwork(input, inputDrops, inputTestDrops, hidden, output, stages, places, slabs);
    }

    private static List<DenseStage.Place> places(NetworkSpec network, int inputs) {
        List<DenseStage.Place> places = new ArrayList<>();
        int width = inputs;
        int start = 0;
        for (LayerSpec layer : network.layers()) {
            int units = layer.outputs(new Shape.Row(width)).values();
            if (!(layer instanceof LayerSpec.Dropout)) {
                DenseStage.Place place = DenseStage.Place.of(start, width, units);
                places.add(place);
                start = place.end();
            }
            width = units;
        }
        return List.copyOf(places);
    }

    private static Drops drops(
            Trial trial, RandomStream stream, int layer, double rate, Matrix values, OffHeap offHeap) {
        DropoutMask mask = new DropoutMask(trial.seed(stream), layer, rate);
        return new Drops(mask, values, offHeap);
    }

    private static void start(Trial trial, int inputs, List<DenseStage> stages, Slabs slabs) {
        NetworkSpec network = trial.configuration().network();
        List<LayerParameters> initial =
                InitialParameters.draw(network, new Shape.Row(inputs), trial.seed(RandomStream.WEIGHTS));
        for (int i = 0; i < stages.size(); i++) {
            stages.get(i).start(initial.get(i), slabs);
        }
    }
}
