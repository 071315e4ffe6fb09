package nightsweep.worker.training.fused.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A run of single-precision numbers outside the heap, starting on a 64-byte boundary, with three views of the same
 * memory. Without meaning once its {@link OffHeap} is closed.
 */
public final class Floats {
    private final int length;
    private final ByteBuffer bytes;
    private final FloatBuffer values;
    private final FloatPointer pointer;

    Floats(int length, ByteBuffer bytes, FloatPointer pointer) {
        this.length = length;
        this.bytes = bytes.order(ByteOrder.nativeOrder());
        this.values = this.bytes.asFloatBuffer();
        this.pointer = pointer;
    }

    /** How many there are: a multiple of {@link OffHeap#LANES}. */
    public int length() {
        return length;
    }

    /** For vector instructions; in native order, by absolute index. */
    public ByteBuffer bytes() {
        return bytes;
    }

    /** For plain Java, by absolute index. */
    public FloatBuffer values() {
        return values;
    }

    /** For native libraries. */
    public FloatPointer pointer() {
        return pointer;
    }

    /** A pointer to the number at {@code index}. The caller keeps it: each call makes a new one. */
    public FloatPointer pointer(int index) {
        return pointer.getPointer(FloatPointer.class, index);
    }

    /** A view of {@code [from, from + count)}, both multiples of {@link OffHeap#LANES}. */
    public Floats slice(int from, int count) {
        return new Floats(count, bytes.slice(from * Float.BYTES, count * Float.BYTES), pointer(from));
    }

    /** Sets the first {@code count} numbers to zero. */
    public void zero(int count) {
        Pointer.memset(pointer, 0, (long) count * Float.BYTES);
    }

    /** Sets every number to {@code value}. */
    public void fill(float value) {
        for (int i = 0; i < length; i++) {
            values.put(i, value);
        }
    }
}
