package nightsweep.worker.engine.fused;

import java.nio.FloatBuffer;
import java.util.List;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.Tensor;
import nightsweep.worker.engine.TrainingTargets;
import nightsweep.worker.engine.fused.kernel.Drops;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.pass.HiddenPass;
import nightsweep.worker.engine.fused.pass.OutputPass;
import nightsweep.worker.engine.fused.stage.DenseStage;
import nightsweep.worker.engine.fused.stage.LearningStage;
import nightsweep.worker.engine.fused.stage.Stage;
import nightsweep.worker.engine.fused.stage.Stage.Pass;

/** A network trained with few passes over memory that is allocated once. */
final class FusedLearner implements Learner {
    /** Enough rows for products at full speed; more would leave the processor's second-level cache. */
    private static final int TEST_ROWS = 256;

    /** The most numbers in the results of a layer, where a pass may be as small as one likes. */
    private static final int TEST_NUMBERS = 1 << 22;

    private final FusedNetwork network;
    private final TrainingTargets wanted;
    private final Updates updates;
    private final Kernels kernels;
    private final int trainingRows;
    private final int rows;

    private FusedLearner(
            FusedNetwork network,
            TrainingTargets wanted,
            Updates updates,
            Kernels kernels,
            int trainingRows,
            int rows) {
        this.network = network;
        this.wanted = wanted;
        this.updates = updates;
        this.kernels = kernels;
        this.trainingRows = trainingRows;
        this.rows = rows;
    }

    static FusedLearner of(Trial trial, Dataset dataset, Kernels kernels) {
        Shape inputs = dataset.input();
        TrainingSpec training = trial.configuration().training();
        int rows = Math.max(training.batchSize(), testRows(trial.configuration().network(), inputs));
        FusedNetwork network = new NetworkBuilder(trial, inputs, dataset.classes(), rows, kernels).build();
        Updates updates = new Updates(training, network.arrays(), kernels);
        TrainingTargets wanted = TrainingTargets.of(trial, dataset);
        return new FusedLearner(network, wanted, updates, kernels, training.batchSize(), rows);
    }

    private static int testRows(NetworkSpec network, Shape inputs) {
        Shape shape = inputs;
        int most = shape.values();
        for (LayerSpec layer : network.layers()) {
            shape = layer.outputs(shape);
            most = Math.max(most, shape.values());
        }
        return Math.max(1, Math.min(TEST_ROWS, TEST_NUMBERS / most));
    }

    @Override
    public BatchScore train(ExampleSet examples, int[] order, int from, int to, long step, int epoch) {
        int count = to - from;
        if (count > trainingRows) {
            throw new IllegalArgumentException(
                    "A minibatch has at most " + trainingRows + " examples, but got " + count + ".");
        }
        examples.gather(order, from, to, network.input().floats().values());
        for (int i = 0; i < network.inputDrops().size(); i++) {
            network.inputDrops().get(i).draw(step, 0, count);
            kernels.drop(network.input(), network.inputDrops().get(i), count);
        }
        for (int i = 0; i < network.hidden().size(); i++) {
            HiddenPass hidden = network.hidden().get(i);
            hidden.stage().forward(count, Pass.TRAIN);
            hidden.train(step, count);
        }
        BatchScore score = scoreForTraining(examples, order, from, count, 1.0 / count);
        updates.at(step, epoch);
        backward(count, updates.plainDescent());
        updates.move(network.places());
        return score;
    }

    private BatchScore scoreForTraining(ExampleSet examples, int[] order, int from, int count, double factor) {
        OutputPass output = network.output();
        last().forward(count, Pass.TRAIN);
        output.activateForTraining(count);
        output.reset();
        for (int row = 0; row < count; row++) {
            int label = examples.target(order[from + row]);
            output.train(row, label, wanted.weight(label), factor);
        }
        return new BatchScore(output.lossSum(), output.correct());
    }

    private void backward(int count, boolean descend) {
        List<HiddenPass> hidden = network.hidden();
        kernels.columnSums(last().deltas(), last().biasGradients(), count);
        Stage stage = last();
        for (int i = hidden.size() - 1; i >= network.firstLearning(); i--) {
            stage.backward(count, hidden.get(i).stage().deltas());
            learn(stage, count, descend);
            hidden.get(i).settle(count);
            stage = hidden.get(i).stage();
        }
        learn(stage, count, descend);
    }

    private void learn(Stage stage, int count, boolean descend) {
        if (stage instanceof LearningStage learning) {
            if (descend) {
                learning.descend(count, updates.rate());
            } else {
                learning.gradient(count);
            }
        }
    }

    @Override
    public BatchScore test(
            ExampleSet examples, int[] order, int from, int to, int[] predictions, float[] outputs, TestMode mode) {
        OutputPass output = network.output();
        output.reset();
        for (int start = from; start < to; start += rows) {
            int count = Math.min(rows, to - start);
            examples.gather(
                    order, start, start + count, network.input().floats().values());
            forward(start, count, mode);
            for (int row = 0; row < count; row++) {
                predictions[start - from + row] = output.score(row, examples.target(order[start + row]));
            }
            if (outputs.length > 0) {
                copy(output, count, outputs, (start - from) * output.units());
            }
        }
        return new BatchScore(output.lossSum(), output.correct());
    }

    private static void copy(OutputPass output, int count, float[] outputs, int at) {
        int stride = output.stage().output().stride();
        for (int row = 0; row < count; row++) {
            output.outputs().get(row * stride, outputs, at + row * output.units(), output.units());
        }
    }

    @Override
    public List<LayerParameters> gradients(ExampleSet examples, int[] order, int from, int to) {
        List<LayerParameters> sums = List.of();
        for (int start = from; start < to; start += rows) {
            int count = Math.min(rows, to - start);
            examples.gather(
                    order, start, start + count, network.input().floats().values());
            for (HiddenPass hidden : network.hidden()) {
                hidden.stage().forward(count, Pass.LOOK);
                hidden.trainWhole(count);
            }
            scoreForTraining(examples, order, start, count, 1.0 / (to - from));
            backward(count, false);
            List<LayerParameters> more = network.gradients();
            sums = sums.isEmpty() ? more : added(sums, more);
        }
        return sums;
    }

    private static List<LayerParameters> added(List<LayerParameters> sums, List<LayerParameters> more) {
        for (int i = 0; i < sums.size(); i++) {
            List<Tensor> tensors = sums.get(i).tensors();
            for (int j = 0; j < tensors.size(); j++) {
                add(tensors.get(j).values(), more.get(i).tensors().get(j).values());
            }
        }
        return sums;
    }

    private static void add(float[] sums, float[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    private void forward(int firstRow, int count, TestMode mode) {
        if (mode == TestMode.WITH_DROPOUT) {
            for (Drops drops : network.inputTestDrops()) {
                drops.draw(0, firstRow, count);
                kernels.drop(network.input(), drops, count);
            }
        }
        for (HiddenPass hidden : network.hidden()) {
            hidden.stage().forward(count, Pass.TEST);
            if (mode == TestMode.WITH_DROPOUT) {
                hidden.testDropped(firstRow, count);
            } else {
                hidden.test(count);
            }
        }
        last().forward(count, Pass.TEST);
        network.output().activate(count);
    }

    @Override
    public void start(List<LayerParameters> layers) {
        network.start(layers);
    }

    @Override
    public List<LayerParameters> parameters() {
        return network.parameters();
    }

    @Override
    public List<FloatBuffer> state() {
        return network.arrays().kept();
    }

    private DenseStage last() {
        return network.output().stage();
    }

    @Override
    public void close() {}
}
