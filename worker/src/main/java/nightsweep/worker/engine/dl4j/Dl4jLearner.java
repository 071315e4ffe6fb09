package nightsweep.worker.engine.dl4j;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.sweep.RandomStream;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.InitialParameters;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.engine.TrainingTargets;
import nightsweep.worker.engine.dl4j.function.Tally;
import nightsweep.worker.engine.dl4j.function.TallyingLoss;
import nightsweep.worker.engine.dl4j.update.GlobalNorm;
import nightsweep.worker.engine.dl4j.update.OptimizerState;
import nightsweep.worker.training.Minibatches.Minibatch;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A {@link MultiLayerNetwork} in training. */
final class Dl4jLearner implements Learner {
    private final TrainingTargets plain;
    private final TrainingTargets wanted;
    private final Pass pass;
    private final Tally tally;
    private final List<Stage> stages;
    private final Rows features;
    private final Rows labels;
    private final MultiLayerNetwork network;
    private final OptimizerState state;
    private int[] classes;
    private int[] trained;

    Dl4jLearner(Trial trial, Dataset dataset) {
        Shape inputs = dataset.input();
        NetworkSpec spec = trial.configuration().network();
        TrainingSpec training = trial.configuration().training();
        int batch = training.batchSize();
        Targets targets = Targets.of(spec.output(), dataset.classes());
        plain = TrainingTargets.plain(targets);
        wanted = TrainingTargets.of(trial, dataset);
        pass = new Pass();
        tally = new Tally(targets);
        stages = Stage.of(trial, inputs, pass);
        List<LayerParameters> parameters = InitialParameters.draw(spec, inputs, trial.seed(RandomStream.WEIGHTS));
        TallyingLoss loss = new TallyingLoss(spec.output(), targets, tally);
        network = Networks.network(Networks.configuration(stages, training, loss), parameters);
        if (training.clipping().kind() == Clipping.Kind.GLOBAL_NORM) {
            network.addListeners(new GlobalNorm(training.clipping()));
        }
        state = new OptimizerState(network.getUpdater().getStateViewArray());
        features = new Rows(batch, inputs.values());
        labels = new Rows(batch, targets.units());
        classes = new int[batch];
        trained = new int[batch];
    }

    @Override
    public BatchScore train(ExampleSet examples, int[] order, int from, int to, long step, int epoch) {
        network.fit(next(new Minibatch(examples, order, from, to), step, Math.toIntExact(step), epoch));
        return stepped(step);
    }

    MultiLayerNetwork network() {
        return network;
    }

    /** See {@link Replica#next}. */
    DataSet next(Minibatch batch, long draw, int iteration, int epoch) {
        load(batch.examples(), batch.order(), batch.from(), batch.to(), wanted);
        tally.begin(classes, trained, wanted);
        pass.train(draw);
        network.setIterationCount(iteration);
        network.setEpochCount(epoch);
        int count = batch.to() - batch.from();
        return new DataSet(features.of(count), labels.of(count));
    }

    /** See {@link Replica#stepped}. */
    BatchScore stepped(long draw) {
        state.afterStep(draw);
        return tally.score();
    }

    @Override
    public BatchScore test(
            ExampleSet examples, int[] order, int from, int to, int[] predictions, float[] outputs, TestMode mode) {
        load(examples, order, from, to, plain);
        tally.begin(classes, predictions, outputs, plain);
        pass.test(from);
        DataSet batch = new DataSet(features.of(to - from), labels.of(to - from));
        network.score(batch, mode == TestMode.WITH_DROPOUT);
        return tally.score();
    }

    @Override
    public List<LayerParameters> gradients(ExampleSet examples, int[] order, int from, int to) {
        load(examples, order, from, to, wanted);
        tally.begin(classes, trained, wanted);
        pass.whole();
        network.setInput(features.of(to - from));
        network.setLabels(labels.of(to - from));
        network.computeGradientAndScore();
        network.clearLayersStates();
        return FlatParameters.copy(network, network.getFlattenedGradients());
    }

    @Override
    public void start(List<LayerParameters> layers) {
        FlatParameters.put(layers, network);
    }

    @Override
    public List<LayerParameters> parameters() {
        return FlatParameters.copy(network, network.params());
    }

    @Override
    public List<FloatBuffer> state() {
        FloatBuffer parameters = ((FloatPointer) network.params().data().pointer()).asBuffer();
        return Stream.concat(Stream.of(parameters), state.values().stream()).toList();
    }

    private void load(ExampleSet examples, int[] order, int from, int to, TrainingTargets towards) {
        Targets targets = towards.targets();
        int count = to - from;
        if (classes.length < count) {
            classes = new int[count];
            trained = new int[count];
        }
        features.of(count);
        labels.of(count);
        examples.gather(order, from, to, features.buffer());
        var rows = labels.buffer();
        for (int row = 0; row < count; row++) {
            classes[row] = examples.target(order[from + row]);
            targets.write(classes[row], rows, row * targets.units(), 1);
        }
    }

    /** Its memory goes at once, not when the garbage collector comes by; from the thread that trained. */
    @Override
    public void close() {
        state.close();
        close(network.params());
        if (network.getFlattenedGradients() != null) {
            close(network.getFlattenedGradients());
        }
        features.close();
        labels.close();
        stages.forEach(stage -> stage.dropout().ifPresent(MaskedDropout::close));
        Nd4jRuntime.freeWorkspaces();
    }

    private static void close(INDArray array) {
        if (array.closeable()) {
            array.close();
        }
    }
}
