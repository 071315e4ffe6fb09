package nightsweep.worker.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.outcome.LayerMetrics;
import nightsweep.experiments.outcome.WeightHistogram;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;

/**
 * The same few training examples, sent through a network after each epoch to see what they would do to its layers. They are
 * the first of the set, as many as a minibatch and at least {@value #LEAST}, so that looking takes about as long as one
 * training step. Nothing that later steps depend on changes.
 */
public final class Probe {
    /** Fewer would take units for dead that are only rarely active. */
    static final int LEAST = 64;

    /** Of a layer that learns, but has no units whose gradients say how it fares. */
    private static final String UNTOLD = "";

    private final List<String> names;
    private final ExampleSet examples;
    private final int[] order;
    private final EvaluationSpec.Histograms histograms;

    /** @param examples that the network trains on */
    public Probe(NetworkSpec network, ExampleSet examples, int batchSize, EvaluationSpec.Histograms histograms) {
        this.histograms = histograms;
        this.names = names(network);
        this.examples = examples;
        this.order = IntStream.range(0, Math.min(examples.size(), Math.max(batchSize, LEAST)))
                .toArray();
    }

    private static List<String> names(NetworkSpec network) {
        List<String> names = new ArrayList<>();
        for (LayerSpec layer : network.layers()) {
            if (layer instanceof LayerSpec.Output) {
                names.add("output");
            } else if (layer instanceof LayerSpec.BatchNormalization) {
                names.add(UNTOLD);
            } else if (layer instanceof LayerSpec.Weighted) {
                String kind = layer instanceof LayerSpec.Convolution ? "convolution " : "dense ";
                names.add(kind + (names.size() + 1));
            }
        }
        return names;
    }

    /** The layers of {@code learner} as they are now. */
    public List<LayerMetrics> look(Learner learner) {
        List<LayerParameters> gradients = learner.gradients(examples, order, 0, order.length);
        List<LayerParameters> parameters = learner.parameters();
        return IntStream.range(0, parameters.size())
                .filter(i -> !names.get(i).equals(UNTOLD))
                .mapToObj(i -> metrics(names.get(i), gradients.get(i), parameters.get(i)))
                .toList();
    }

    private LayerMetrics metrics(String name, LayerParameters gradient, LayerParameters parameters) {
        return new LayerMetrics(
                name,
                norm(gradient.weights()),
                norm(parameters.weights()),
                gradient.units(),
                dead(gradient),
                histogram(parameters));
    }

    private WeightHistogram histogram(LayerParameters parameters) {
        return switch (histograms) {
            case NONE -> WeightHistogram.NONE;
            case WEIGHTS -> WeightHistogram.of(parameters.weights());
        };
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    private static int dead(LayerParameters gradient) {
        boolean[] alive = new boolean[gradient.units()];
        for (int unit = 0; unit < alive.length; unit++) {
            alive[unit] = gradient.biases()[unit] != 0;
        }
        int at = 0;
        for (int input = 0; input < gradient.inputs(); input++) {
            for (int unit = 0; unit < alive.length; unit++) {
                alive[unit] |= gradient.weights()[at++] != 0;
            }
        }
        int dead = 0;
        for (boolean one : alive) {
            dead += one ? 0 : 1;
        }
        return dead;
    }
}
