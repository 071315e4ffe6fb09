package nightsweep.worker.training;

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

    @Override
    void close();
}
