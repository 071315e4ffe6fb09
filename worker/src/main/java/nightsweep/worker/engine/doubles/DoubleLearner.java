package nightsweep.worker.engine.doubles;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.sweep.RandomStream;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.ExactParameters;
import nightsweep.worker.engine.InitialParameters;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.engine.TrainingTargets;

/** A network in training in double precision, example by example. */
public final class DoubleLearner implements Learner {
    private final DoubleNetwork network;
    private final TrainingTargets plain;
    private final TrainingTargets wanted;
    private final boolean ranksPreActivations;
    private final List<ByteBuffer> memory = new ArrayList<>();
    private final DoubleBuffer parameters;
    private final DoubleUpdate update;
    private Optional<StepPass> last = Optional.empty();

    DoubleLearner(Trial trial, Dataset dataset) {
        Shape inputs = dataset.input();
        TrainingSpec training = trial.configuration().training();
        LayerSpec.Output output = trial.configuration().network().output();
        network = DoubleNetwork.of(trial, inputs);
        plain = TrainingTargets.plain(Targets.of(output, dataset.classes()));
        wanted = TrainingTargets.of(trial, dataset);
        ranksPreActivations = output.activation().name() == ActivationName.SOFTMAX && output.units() > 1;
        parameters = allocate();
        List<DoubleBuffer> state = new ArrayList<>();
        for (int i = 0; i < training.optimizer().name().stateValues(); i++) {
            state.add(allocate());
        }
        update = new DoubleUpdate(training, network.layers(), parameters, state);
        start(trial, inputs);
    }

    private DoubleBuffer allocate() {
        ByteBuffer bytes = ByteBuffer.allocateDirect(Math.multiplyExact(Double.BYTES, network.parameters()))
                .order(ByteOrder.nativeOrder());
        memory.add(bytes);
        return bytes.asDoubleBuffer();
    }

    private void start(Trial trial, Shape inputs) {
        long seed = trial.seed(RandomStream.WEIGHTS);
        List<LayerSpec> layers = trial.configuration().network().layers();
        Shape shape = inputs;
        int place = 0;
        for (LayerSpec layer : layers) {
            if (layer instanceof LayerSpec.Weighted weighted) {
                ExactParameters initial = InitialParameters.exact(weighted, shape, place, seed);
                network.layers().get(place++).start(initial, parameters);
            }
            shape = layer.outputs(shape);
        }
    }

    @Override
    public BatchScore train(ExampleSet examples, int[] order, int from, int to, long step, int epoch) {
        int count = to - from;
        DoubleBatch batch = new DoubleBatch(network, wanted, count);
        for (int row = 0; row < count; row++) {
            int example = order[from + row];
            batch.forward(row, examples.exact(example), parameters, DoubleBatch.dropping(network, step, row));
            batch.score(row, examples.target(example));
            batch.backward(row, parameters, 1.0 / count);
        }
        last = Optional.of(batch.pass());
        BatchScore score = batch.total(ranksPreActivations);
        update.move(batch.gradient(), step, epoch);
        return score;
    }

    @Override
    public BatchScore test(
            ExampleSet examples, int[] order, int from, int to, int[] predictions, float[] outputs, TestMode mode) {
        double lossSum = 0;
        int correct = 0;
        for (int place = from; place < to; place++) {
            DoubleBatch batch = new DoubleBatch(network, plain, 1);
            List<double[]> factors = mode == TestMode.WITH_DROPOUT
                    ? DoubleBatch.testDropping(network, place)
                    : DoubleBatch.whole(network);
            batch.forward(0, examples.exact(order[place]), parameters, factors);
            batch.score(0, examples.target(order[place]));
            BatchScore score = batch.total(ranksPreActivations);
            lossSum += score.lossSum();
            correct += score.correct();
            predictions[place - from] = batch.predicted(0, ranksPreActivations);
            if (outputs.length > 0) {
                double[] given = batch.outputs(0);
                for (int unit = 0; unit < given.length; unit++) {
                    outputs[(place - from) * given.length + unit] = (float) given[unit];
                }
            }
        }
        return new BatchScore(lossSum, correct);
    }

    /** What the network gives for an example as it is, without dropout, {@code (output units)}. */
    public double[] outputs(ExampleSet examples, int example) {
        DoubleBatch batch = new DoubleBatch(network, plain, 1);
        batch.forward(0, examples.exact(example), parameters, DoubleBatch.whole(network));
        return batch.outputs(0);
    }

    @Override
    public List<LayerParameters> gradients(ExampleSet examples, int[] order, int from, int to) {
        double[] sum = new double[network.parameters()];
        for (int place = from; place < to; place++) {
            DoubleBatch batch = new DoubleBatch(network, wanted, 1);
            batch.forward(0, examples.exact(order[place]), parameters, DoubleBatch.whole(network));
            batch.score(0, examples.target(order[place]));
            batch.backward(0, parameters, 1.0 / (to - from));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += batch.gradient()[i];
            }
        }
        return layers(DoubleBuffer.wrap(sum)).stream()
                .map(ExactParameters::rounded)
                .toList();
    }

    /** What went on in the last training step; empty before the first. */
    public Optional<StepPass> lastStep() {
        return last;
    }

    /** {@link #parameters} with every digit. */
    public List<ExactParameters> exactParameters() {
        return layers(parameters);
    }

    private List<ExactParameters> layers(DoubleBuffer all) {
        return network.layers().stream().map(layer -> layer.of(all)).toList();
    }

    @Override
    public void start(List<LayerParameters> layers) {
        for (int i = 0; i < layers.size(); i++) {
            network.layers().get(i).start(layers.get(i), parameters);
        }
    }

    @Override
    public List<LayerParameters> parameters() {
        return exactParameters().stream().map(ExactParameters::rounded).toList();
    }

    /** Each number as two of single precision, which nobody computes with. */
    @Override
    public List<FloatBuffer> state() {
        return memory.stream().map(ByteBuffer::asFloatBuffer).toList();
    }

    @Override
    public void close() {
        memory.clear();
    }
}
