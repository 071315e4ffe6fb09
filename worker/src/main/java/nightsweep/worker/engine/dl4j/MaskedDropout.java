package nightsweep.worker.engine.dl4j;

import java.util.Arrays;
import java.util.List;
import nightsweep.worker.engine.DropoutMask;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.factory.Nd4j;

/** Dropout of a layer's input, by masks that every engine draws alike. */
final class MaskedDropout implements IDropout, AutoCloseable {
    private final Pass pass;
    private final int width;
    private final List<DropoutMask> train;
    private final List<DropoutMask> test;
    private final Rows mask;
    private float[] values = {};

    /**
     * @param width values of the input
     * @param rows examples of a minibatch
     * @param train the masks of a training step, multiplied where there are several
     * @param test the masks of a test pass with dropout
     */
    MaskedDropout(Pass pass, int width, int rows, List<DropoutMask> train, List<DropoutMask> test) {
        this.pass = pass;
        this.width = width;
        this.train = train;
        this.test = test;
        mask = new Rows(rows, width);
    }

    @Override
    public INDArray applyDropout(
            INDArray inputActivations, INDArray resultArray, int iteration, int epoch, LayerWorkspaceMgr workspaceMgr) {
        INDArray drawn = draw((int) inputActivations.size(0)).reshape('c', inputActivations.shape());
        Nd4j.exec(new MulOp(inputActivations, drawn, resultArray));
        return resultArray;
    }

    @Override
    public INDArray backprop(INDArray gradAtOutput, INDArray gradAtInput, int iteration, int epoch) {
        Nd4j.exec(new MulOp(
                gradAtOutput, mask.of((int) gradAtOutput.size(0)).reshape('c', gradAtOutput.shape()), gradAtInput));
        return gradAtInput;
    }

    private INDArray draw(int rows) {
        int count = rows * width;
        long first = pass.firstExample() * width;
        if (values.length < count) {
            values = new float[count];
        }
        if (pass.dropsNothing()) {
            Arrays.fill(values, 0, count, 1);
        } else {
            fill(pass.testing() ? test : train, first, count);
        }
        INDArray drawn = mask.of(rows);
        mask.buffer().put(0, values, 0, count);
        return drawn;
    }

    private void fill(List<DropoutMask> masks, long first, int count) {
        masks.get(0).fill(pass.step(), first, count, values);
        for (DropoutMask other : masks.subList(1, masks.size())) {
            float[] more = new float[count];
            other.fill(pass.step(), first, count, more);
            for (int i = 0; i < count; i++) {
                values[i] *= more[i];
            }
        }
    }

    @Override
    public void clear() {
        // The mask is drawn anew for every pass.
    }

    @Override
    public MaskedDropout clone() {
        return this;
    }

    @Override
    public void close() {
        mask.close();
    }
}
