package nightsweep.worker.engine.dl4j;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A matrix in native memory, filled by Java and read by ND4J without a copy; used again for every minibatch. */
final class Rows implements AutoCloseable {
    private final int width;
    private INDArray all;
    private INDArray view;

    Rows(int rows, int width) {
        this.width = width;
        all = allocate(rows, width);
        view = all;
    }

    /** The first {@code rows} rows, {@code (rows, width)}, row by row; grown to hold them, which loses what is in it. */
    INDArray of(int rows) {
        if (rows > all.size(0)) {
            all.close();
            all = allocate(rows, width);
            view = all;
        }
        if (rows != view.size(0)) {
            view = rows == all.size(0) ? all : all.get(NDArrayIndex.interval(0, rows), NDArrayIndex.all());
        }
        return view;
    }

    /** Its memory. */
    FloatBuffer buffer() {
        return ((FloatPointer) all.data().pointer()).asBuffer();
    }

    @Override
    public void close() {
        all.close();
    }

    private static INDArray allocate(int rows, int width) {
        MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        try {
            return Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, width}, 'c');
        } finally {
            outside.close();
        }
    }
}
