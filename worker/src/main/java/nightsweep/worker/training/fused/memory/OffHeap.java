package nightsweep.worker.training.fused.memory;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** The native memory of one trial: handed out once, zeroed, and freed as a whole. Used by one thread. */
public final class OffHeap implements AutoCloseable {
    /** Runs are rounded up to this many numbers, so that no vector of up to 512 bits ends in the middle of one. */
    public static final int LANES = 16;

    private static final int ALIGNMENT = LANES * Float.BYTES;

    private final List<BytePointer> blocks = new ArrayList<>();
    private long byteCount;

    /** {@code count} rounded up to whole vectors. */
    public static int padded(int count) {
        return Math.multiplyExact(Math.addExact(count, LANES - 1) / LANES, LANES);
    }

    /**
     * At least {@code count} numbers, all zero.
     *
     * @throws OutOfMemoryError where the process may not have so much native memory
     */
    public Floats floats(int count) {
        int length = padded(Math.max(count, 1));
        long size = (long) length * Float.BYTES;
        BytePointer block = new BytePointer(size + ALIGNMENT);
        blocks.add(block);
        byteCount += size + ALIGNMENT;
        Pointer.memset(block, 0, size + ALIGNMENT);
        long start = -block.address() & (ALIGNMENT - 1);
        BytePointer aligned = block.getPointer(start).limit(size);
        return new Floats(length, aligned.asByteBuffer(), new FloatPointer(aligned));
    }

    /** A matrix of zeros whose rows start on whole vectors. */
    public Matrix matrix(int rows, int columns) {
        int stride = padded(columns);
        return new Matrix(floats(Math.multiplyExact(rows, stride)), rows, columns, stride);
    }

    /** A matrix of zeros whose rows follow one another without a gap. */
    public Matrix dense(int rows, int columns) {
        return new Matrix(floats(Math.multiplyExact(rows, columns)), rows, columns, columns);
    }

    /** What has been handed out. */
    public long bytes() {
        return byteCount;
    }

    @Override
    public void close() {
        blocks.forEach(BytePointer::deallocate);
        blocks.clear();
    }
}
