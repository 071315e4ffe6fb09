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

    /**
     * Each run starts this much further into its page than the one before. Large blocks all start at the same place in a
     * page, and a processor takes a load for dependent on a store whose address ends in the same 12 bits.
     */
    private static final int SKEW = 5 * ALIGNMENT;

    private static final int PAGE = 4096;

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
        long room = size + ALIGNMENT + PAGE;
        BytePointer block = new BytePointer(room);
        long start = (-block.address() & (ALIGNMENT - 1)) + (long) blocks.size() * SKEW % PAGE;
        blocks.add(block);
        byteCount += room;
        Pointer.memset(block, 0, room);
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
