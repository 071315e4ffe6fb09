package nightsweep.worker.engine.dl4j;

import java.util.List;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.training.Minibatches.Minibatch;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * One of several copies of a network that are trained side by side, and whose parameters are averaged: Deeplearning4j's
 * network with the formulas of {@link Dl4jEngine}, whose steps somebody else takes. Used by one thread.
 */
public final class Replica implements AutoCloseable {
    private final Dl4jLearner learner;

    /** With the initial parameters of {@code trial}, for examples as those of {@code dataset}. */
    public Replica(Trial trial, Dataset dataset) {
        Nd4jRuntime.start();
        learner = new Dl4jLearner(trial, dataset);
    }

    /** The network itself. */
    public MultiLayerNetwork network() {
        return learner.network();
    }

    /** Goes on from parameters and from what an optimizer remembered, both copied. */
    public void goOn(INDArray parameters, @Nullable INDArray optimizerState) {
        network().setParameters(parameters);
        INDArray state = network().getUpdater().getStateViewArray();
        if (state != null && optimizerState != null) {
            state.assign(optimizerState);
        }
    }

    /** What has been learned so far. */
    public List<LayerParameters> parameters() {
        return learner.parameters();
    }

    /**
     * Lays out a minibatch for the network's next step.
     *
     * @param draw decides what is dropped out: no two steps of the training have the same
     * @param iteration the steps that the optimizer has taken so far
     * @param epoch from 0
     * @return a view of memory that the next call writes to
     */
    public DataSet next(Minibatch batch, long draw, int iteration, int epoch) {
        return learner.next(batch, draw, iteration, epoch);
    }

    /** What the network made of the last minibatch, before its step. */
    public BatchScore stepped(long draw) {
        return learner.stepped(draw);
    }

    @Override
    public void close() {
        learner.close();
    }
}
