package nightsweep.worker.engine.fused.stage;

import nightsweep.worker.engine.fused.memory.Matrix;

/** One step of the way through a network, and back. */
public sealed interface Stage permits LearningStage, PixelStage, PoolingStage, RowStage {

    /** What it gives: {@code (examples, values)}, or of images {@code (examples * pixels, channels)}. */
    Matrix output();

    /** The loss's derivatives by what it gives. */
    Matrix deltas();

    /** Rows of {@link #output} for each example: 1, or the pixels of an image. */
    int rowsAnExample();

    /** What a pass through a network is for. */
    enum Pass {
        /** A step: what a stage keeps of minibatches changes. */
        TRAIN,
        /** Gradients of the network as it is: as while training, but nothing changes. */
        LOOK,
        /** Predictions. */
        TEST
    }

    /** Makes the output of the first {@code examples} examples out of its input. */
    void forward(int examples, Pass pass);

    /** Takes what there is to take of {@link #deltas}, which are as they will be, before {@link #backward}. */
    default void settle(int examples) {}

    /** Writes the derivatives by its input into {@code target}, which is laid out as that. */
    void backward(int examples, Matrix target);
}
