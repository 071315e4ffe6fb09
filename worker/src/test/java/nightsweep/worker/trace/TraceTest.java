package nightsweep.worker.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import nightsweep.experiments.catalog.Catalog;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.TraceQuantity;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.worker.dataset.load.DatasetLoader;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/** Trainings of the catalog, against known figures and against loops that share nothing with the engine. */
class TraceTest {
    private static final double RATE = 0.001;

    /** Weights, bias, and the outputs for both examples, after each of the four steps. */
    private static final double[][] NEURON = {
        {2.0000000049755484, 0.9999999983414838, 2.000000001658516, 0.9990889488222051, 0.8807970790226839},
        {1.999815048890271, 1.0003699105120385, 1.9998150455732386, 0.9990879381568856, 0.8806805145619914},
        {1.9998150538768598, 1.0003699088498423, 1.9998150472354348, 0.9990879381735467, 0.8806805156099962},
        {1.999629965929246, 1.0007400847450698, 1.999629959287821, 0.9990869256663584, 0.8805637694133723}
    };

    private static final double[][] EXAMPLES = {{3, -1}, {1, -2}};

    private static Sweep sweep(String name) throws Exception {
        String text = Catalog.find(name).orElseThrow().text();
        return SweepFile.parse(text, name);
    }

    private static List<TracedStep> follow(Sweep sweep, int configuration, long most) throws Exception {
        Trial trial = sweep.trials().get(configuration - 1);
        DatasetLoader loader = new DatasetLoader(new Configuration(), Optional.empty());
        Trace trace = new Trace(trial, loader.load(trial.configuration().dataset(), sweep.seed()), 2);
        List<TracedStep> steps = new ArrayList<>();
        trace.follow(most, steps::add);
        return steps;
    }

    private static double[] values(TracedStep step, TraceQuantity quantity, int layer) {
        return step.values().stream()
                .filter(value -> value.quantity() == quantity && value.layer() == layer)
                .mapToDouble(TracedValue::value)
                .toArray();
    }

    @Test
    void followsTheNeuronToTheLastDigit() throws Exception {
        List<TracedStep> steps = follow(sweep("trace-neuron"), 1, 100);

        assertThat(steps).hasSize(4);
        for (int i = 0; i < 4; i++) {
            TracedStep step = steps.get(i);
            double[] wanted = NEURON[i];
            assertThat(values(step, TraceQuantity.WEIGHTS, 1))
                    .containsExactly(new double[] {wanted[0], wanted[1]}, within(1e-12));
            assertThat(values(step, TraceQuantity.BIASES, 1)).containsExactly(new double[] {wanted[2]}, within(1e-12));
            assertThat(values(step, TraceQuantity.OUTPUTS, 0))
                    .containsExactly(new double[] {wanted[3], wanted[4]}, within(1e-12));
        }
    }

    @Test
    void tellsWhatLoopsTellOfTheNeuron() throws Exception {
        for (int configuration : new int[] {1, 2}) {
            int[] order = configuration == 1 ? new int[] {0, 1, 0, 1} : new int[] {0, 0, 1, 1};
            double[] w = {2, 1, 2};
            List<TracedStep> steps = follow(sweep("trace-neuron"), configuration, 100);
            for (int i = 0; i < order.length; i++) {
                double[] x = EXAMPLES[order[i]];
                double z = w[0] * x[0] + w[1] * x[1] + w[2];
                double a = 1 / (1 + Math.exp(-z));
                double y = order[i] == 0 ? 1 : 0;
                double slope = 2 * (a - y) * a * (1 - a);
                w = new double[] {w[0] - RATE * slope * x[0], w[1] - RATE * slope * x[1], w[2] - RATE * slope};

                TracedStep step = steps.get(i);
                assertThat(values(step, TraceQuantity.INPUTS, 0)).containsExactly(x);
                assertThat(values(step, TraceQuantity.PRE_ACTIVATIONS, 1))
                        .containsExactly(new double[] {z}, within(1e-14));
                assertThat(values(step, TraceQuantity.ACTIVATIONS, 1)).containsExactly(new double[] {a}, within(1e-14));
                assertThat(values(step, TraceQuantity.TARGETS, 0)).containsExactly(y);
                assertThat(values(step, TraceQuantity.LOSS, 0))
                        .containsExactly(new double[] {(y - a) * (y - a)}, within(1e-14));
                assertThat(values(step, TraceQuantity.WEIGHT_GRADIENTS, 1))
                        .containsExactly(new double[] {slope * x[0], slope * x[1]}, within(1e-14));
                assertThat(values(step, TraceQuantity.BIAS_GRADIENTS, 1))
                        .containsExactly(new double[] {slope}, within(1e-14));
                assertThat(values(step, TraceQuantity.WEIGHTS, 1))
                        .containsExactly(new double[] {w[0], w[1]}, within(1e-14));
                assertThat(values(step, TraceQuantity.BIASES, 1)).containsExactly(new double[] {w[2]}, within(1e-14));
            }
        }
    }

    /** What was published comes out where the loss stands for the output, but for its bias, which is off by 1e-9. */
    @Test
    void knowsWhereThePublishedNeuronSlipped() throws Exception {
        Sweep sweep = sweep("trace-neuron");
        double[] w = {2, 1, 2};
        for (int example : new int[] {0, 0, 1, 1}) {
            double[] x = EXAMPLES[example];
            double a = 1 / (1 + Math.exp(-(w[0] * x[0] + w[1] * x[1] + w[2])));
            double y = example == 0 ? 1 : 0;
            double loss = (y - a) * (y - a);
            double slope = 2 * (loss - y) * loss * (1 - loss);
            w = new double[] {w[0] - RATE * slope * x[0], w[1] - RATE * slope * x[1], w[2] - RATE * slope};
        }

        assertThat(published(sweep, 1, TraceQuantity.WEIGHTS))
                .containsExactly(new double[] {w[0], w[1]}, within(1e-10));
        assertThat(published(sweep, 1, TraceQuantity.BIASES)).containsExactly(new double[] {w[2]}, within(2e-9));
        double[] ours = values(follow(sweep, 2, 100).get(3), TraceQuantity.WEIGHTS, 1);
        assertThat(Math.abs(ours[0] - w[0])).isGreaterThan(1e-4);
    }

    private static double[] published(Sweep sweep, int trace, TraceQuantity quantity) {
        return sweep.traces().get(trace).values().stream()
                .filter(values -> values.quantity() == quantity)
                .flatMap(values -> values.values().stream())
                .mapToDouble(value -> value.orElseThrow().doubleValue())
                .toArray();
    }

    @Test
    void followsTheTwoLayers() throws Exception {
        List<TracedStep> steps = follow(sweep("trace-two-layers"), 1, 1);

        assertThat(steps).hasSize(1);
        TracedStep step = steps.get(0);
        assertThat(values(step, TraceQuantity.ACTIVATIONS, 1))
                .containsExactly(new double[] {0.6802671967, 0.6637386974}, within(5e-11));
        assertThat(values(step, TraceQuantity.ACTIVATIONS, 2))
                .containsExactly(new double[] {0.6902834929}, within(5e-11));
        assertThat(values(step, TraceQuantity.WEIGHTS, 1))
                .containsExactly(new double[] {0.0990709288, 0.3971399242, 0.7976109599, 0.5926455194}, within(5e-11));
        assertThat(values(step, TraceQuantity.WEIGHTS, 2))
                .containsExactly(new double[] {0.2723259651, 0.8729983630}, within(5e-11));
        assertThat(values(step, TraceQuantity.BIASES, 1)).isEmpty();
    }

    /** The whole step in loops: as it is, and with the published slip, which gives every published figure. */
    @Test
    void tellsWhatLoopsTellOfTheTwoLayersAndWhereThePublishedOnesSlipped() throws Exception {
        TracedStep step = follow(sweep("trace-two-layers"), 1, 1).get(0);
        double[] right = twoLayers(0.9 * 0.6, Double.NaN);
        double[] slipped = twoLayers(0.72, 0.69);

        assertThat(values(step, TraceQuantity.PRE_ACTIVATIONS, 1))
                .containsExactly(new double[] {0.755, 0.68}, within(1e-15));
        assertThat(values(step, TraceQuantity.ACTIVATIONS, 1))
                .containsExactly(new double[] {right[0], right[1]}, within(1e-15));
        assertThat(values(step, TraceQuantity.ACTIVATIONS, 2)).containsExactly(new double[] {right[2]}, within(1e-15));
        assertThat(values(step, TraceQuantity.LOSS, 0))
                .containsExactly(new double[] {(0.5 - right[2]) * (0.5 - right[2]) / 2}, within(1e-15));
        assertThat(values(step, TraceQuantity.WEIGHTS, 2))
                .containsExactly(new double[] {right[3], right[4]}, within(1e-15));
        assertThat(values(step, TraceQuantity.WEIGHTS, 1))
                .containsExactly(new double[] {right[5], right[6], right[7], right[8]}, within(1e-15));
        double[] published = {0.680, 0.702, 0.697, 0.272, 0.871, 0.0991, 0.3973, 0.7976, 0.5931};
        for (int i = 0; i < published.length; i++) {
            assertThat(slipped[i]).isCloseTo(published[i], within(i < 5 ? 1e-3 : 1e-4));
        }
        assertThat(LongStream.range(0, published.length)
                        .filter(i -> Math.abs(right[(int) i] - published[(int) i]) > (i < 5 ? 1e-3 : 1e-4))
                        .toArray())
                .containsExactly(1, 2, 4, 6, 8);
    }

    /**
     * Hidden activations, the output, new weights into it, new weights into the hidden units.
     *
     * @param second what the second hidden unit gets from the second input
     * @param seen what the output is taken for where its derivative is computed; NaN for what it is
     */
    private static double[] twoLayers(double second, double seen) {
        double[] x = {0.35, 0.9};
        double h1 = 1 / (1 + Math.exp(-(x[0] * 0.1 + x[1] * 0.8)));
        double h2 = 1 / (1 + Math.exp(-(x[0] * 0.4 + second)));
        double o = 1 / (1 + Math.exp(-(0.3 * h1 + 0.9 * h2)));
        double p = Double.isNaN(seen) ? o : seen;
        double d = (p - 0.5) * p * (1 - p);
        double d1 = d * 0.3 * h1 * (1 - h1);
        double d2 = d * 0.9 * h2 * (1 - h2);
        return new double[] {
            h1, h2, o, 0.3 - d * h1, 0.9 - d * h2, 0.1 - d1 * x[0], 0.4 - d2 * x[0], 0.8 - d1 * x[1], 0.6 - d2 * x[1]
        };
    }
}
