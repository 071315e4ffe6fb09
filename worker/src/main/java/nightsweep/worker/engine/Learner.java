package nightsweep.worker.engine;

import java.nio.FloatBuffer;
import java.util.List;
import nightsweep.worker.dataset.ExampleSet;

/** A network in training. Used by one thread, and holding memory until closed. */
public interface Learner extends AutoCloseable {

    /** In the place of outputs that nobody wants. */
    float[] NO_OUTPUTS = {};

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
    default BatchScore test(ExampleSet examples, int[] order, int from, int to, int[] predictions, TestMode mode) {
        return test(examples, order, from, to, predictions, NO_OUTPUTS, mode);
    }

    /**
     * Runs {@code order[from..to)} through the network as it is.
     *
     * @param predictions receives the predicted class of each, from its start
     * @param outputs receives what the output layer gives, {@code (to - from, units)} row by row from its start: of
     *     softmax probabilities; {@link #NO_OUTPUTS} where nobody wants them
     */
    BatchScore test(
            ExampleSet examples, int[] order, int from, int to, int[] predictions, float[] outputs, TestMode mode);

    /**
     * The gradient of the mean loss of {@code order[from..to)}, without dropout, penalties or clipping, in the layout of
     * {@link #parameters}. Later steps give the same bits as if nobody had asked. Takes about as long as a training step
     * on as many examples.
     */
    List<LayerParameters> gradients(ExampleSet examples, int[] order, int from, int to);

    /**
     * Puts {@code layers} in the place of what it has learned.
     *
     * @param layers in the layout of {@link #parameters}
     */
    void start(List<LayerParameters> layers);

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
