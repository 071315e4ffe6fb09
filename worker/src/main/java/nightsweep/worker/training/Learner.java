package nightsweep.worker.training;

import java.nio.FloatBuffer;
import java.util.List;
import nightsweep.worker.dataset.ExampleSet;

/** A network in training. Used by one thread, and holding native memory until closed. */
public interface Learner extends AutoCloseable {

    /** Whether activations are dropped out in a pass that does not train. */
    enum TestMode {
        WITHOUT_DROPOUT,
        WITH_DROPOUT
    }

    /**
     * Takes one training step on {@code order[from..to)}.
     *
     * @param step from 0, over the whole training
     * @param epoch from 0
     * @return the minibatch's figures before the step, with dropout
     */
    BatchScore train(ExampleSet examples, int[] order, int from, int to, long step, int epoch);

    /**
     * Runs {@code order[from..to)} through the network as it is.
     *
     * @param predictions receives the predicted class of each, from its start
     */
    BatchScore test(ExampleSet examples, int[] order, int from, int to, int[] predictions, TestMode mode);

    /** A copy of what it has learned, layer by layer in the order of the network, without layers that learn nothing. */
    List<LayerParameters> parameters();

    /**
     * All that its next steps depend on, beside what they are told: parameters and the optimizer's numbers, as views of its
     * memory by absolute index, each as long as its capacity. Copied out, they keep it; copied into a learner of the same
     * trial and engine, they make that one go on with the same bits.
     */
    List<FloatBuffer> state();

    @Override
    void close();
}
