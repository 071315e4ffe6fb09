package nightsweep.worker.engine.dl4j;

import nightsweep.worker.engine.Learner.TestMode;

/** Where a learner is: which dropout masks its layers are to draw. Shared by the layers of one network. */
final class Pass {
    private boolean whole;
    private boolean testing;
    private long step;
    private long firstExample;

    /** A training step. */
    void train(long step) {
        whole = false;
        testing = false;
        this.step = step;
        firstExample = 0;
    }

    /** A test pass that starts at the example {@code firstExample}; see {@link TestMode#WITH_DROPOUT}. */
    void test(long firstExample) {
        whole = false;
        testing = true;
        step = 0;
        this.firstExample = firstExample;
    }

    /** A pass in which nothing is dropped, whatever Deeplearning4j takes it for. */
    void whole() {
        whole = true;
    }

    boolean dropsNothing() {
        return whole;
    }

    boolean testing() {
        return testing;
    }

    long step() {
        return step;
    }

    long firstExample() {
        return firstExample;
    }
}
