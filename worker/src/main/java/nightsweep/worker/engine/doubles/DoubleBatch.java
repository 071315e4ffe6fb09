package nightsweep.worker.engine.doubles;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.engine.TrainingTargets;

/** The examples of one pass on their way through the network and back. */
final class DoubleBatch {
    private final DoubleNetwork network;
    private final Targets targets;
    private final TrainingTargets aim;
    private final List<LayerPass> layers = new ArrayList<>();
    private final List<double[][]> factors = new ArrayList<>();
    private final double[][] wanted;
    private final int[] labels;
    private final double[] losses;
    private final double[] gradient;

    DoubleBatch(DoubleNetwork network, TrainingTargets aim, int examples) {
        this.network = network;
        this.aim = aim;
        this.targets = aim.targets();
        network.layers().forEach(layer -> {
            layers.add(new LayerPass(new double[examples][], new double[examples][], new double[examples][]));
            factors.add(new double[examples][]);
        });
        wanted = new double[examples][targets.units()];
        labels = new int[examples];
        losses = new double[examples];
        gradient = new double[network.parameters()];
    }

    /** What the input of each layer is multiplied by where nothing is dropped out. */
    static List<double[]> whole(DoubleNetwork network) {
        return network.layers().stream()
                .map(layer -> {
                    double[] ones = new double[layer.inputs()];
                    Arrays.fill(ones, 1);
                    return ones;
                })
                .toList();
    }

    /** The same for an example of a training step. */
    static List<double[]> dropping(DoubleNetwork network, long step, int row) {
        return IntStream.range(0, network.layers().size())
                .mapToObj(i -> network.dropouts()
                        .get(i)
                        .training(step, row, network.layers().get(i).inputs()))
                .toList();
    }

    /** The same for an example of a test with dropout. */
    static List<double[]> testDropping(DoubleNetwork network, int row) {
        return IntStream.range(0, network.layers().size())
                .mapToObj(i -> network.dropouts()
                        .get(i)
                        .testing(row, network.layers().get(i).inputs()))
                .toList();
    }

    /** @param dropped what the input of each layer is multiplied by */
    void forward(int row, double[] input, DoubleBuffer parameters, List<double[]> dropped) {
        double[] incoming = input;
        for (int i = 0; i < layers.size(); i++) {
            factors.get(i)[row] = dropped.get(i);
            incoming = product(incoming, dropped.get(i));
            layers.get(i).input()[row] = incoming;
            double[] z = network.layers().get(i).forward(incoming, parameters);
            layers.get(i).preActivations()[row] = z;
            incoming = network.layers().get(i).activate(z);
            layers.get(i).activations()[row] = incoming;
        }
    }

    void score(int row, int label) {
        labels[row] = label;
        for (int unit = 0; unit < targets.units(); unit++) {
            wanted[row][unit] = targets.exactValue(label, unit);
        }
        losses[row] = aim.weight(label) * network.loss().value(preActivations(row), outputs(row), wanted[row]);
    }

    /** @param factor of this example's gradient in that of the minibatch */
    void backward(int row, DoubleBuffer parameters, double factor) {
        double weighted = aim.weight(labels[row]) * factor;
        double[] deltas = new double[targets.units()];
        network.loss().deltas(preActivations(row), outputs(row), wanted[row], deltas);
        for (int i = layers.size() - 1; i >= 0; i--) {
            DoubleLayer layer = network.layers().get(i);
            layer.addGradient(layers.get(i).input()[row], deltas, weighted, gradient);
            if (i > 0) {
                deltas = product(layer.backward(deltas, parameters), factors.get(i)[row]);
                LayerPass below = layers.get(i - 1);
                network.layers()
                        .get(i - 1)
                        .activation()
                        .back(below.preActivations()[row], below.activations()[row], deltas);
            }
        }
    }

    private static double[] product(double[] values, double[] factors) {
        double[] product = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            product[i] = values[i] * factors[i];
        }
        return product;
    }

    /** Laid out as the parameters. */
    double[] gradient() {
        return gradient;
    }

    double[] outputs(int row) {
        return layers.get(layers.size() - 1).activations()[row];
    }

    private double[] preActivations(int row) {
        return layers.get(layers.size() - 1).preActivations()[row];
    }

    int predicted(int row, boolean ranksPreActivations) {
        return targets.predicted(ranksPreActivations ? preActivations(row) : outputs(row));
    }

    BatchScore total(boolean ranksPreActivations) {
        int correct = 0;
        for (int row = 0; row < labels.length; row++) {
            correct += predicted(row, ranksPreActivations) == labels[row] ? 1 : 0;
        }
        return new BatchScore(Arrays.stream(losses).sum(), correct);
    }

    StepPass pass() {
        DoubleBuffer all = DoubleBuffer.wrap(gradient);
        return new StepPass(
                wanted,
                List.copyOf(layers),
                losses,
                network.layers().stream().map(layer -> layer.of(all)).toList());
    }
}
