package nightsweep.worker.engine.fused.memory;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** A run of single-precision numbers in an array, which other runs may share. */
public final class Floats {
    /** Runs are rounded up to this many numbers, so that no vector of up to 512 bits ends in the middle of one. */
    public static final int LANES = 16;

    private final float[] array;
    private final int start;
    private final int length;
    private final FloatBuffer values;

    private Floats(float[] array, int start, int length) {
        this.array = array;
        this.start = start;
        this.length = length;
        this.values = FloatBuffer.wrap(array, start, length).slice();
    }

    /** {@code count} rounded up to whole vectors. */
    public static int padded(int count) {
        return Math.multiplyExact(Math.addExact(count, LANES - 1) / LANES, LANES);
    }

    /** At least {@code count} numbers, all zero. */
    public static Floats zeros(int count) {
        int length = padded(Math.max(count, 1));
        return new Floats(new float[length], 0, length);
    }

    /** How many there are: a multiple of {@link #LANES}. */
    public int length() {
        return length;
    }

    /** Where the numbers are, from {@link #start} on. */
    public float[] array() {
        return array;
    }

    /** The place of the first in {@link #array}. */
    public int start() {
        return start;
    }

    /** A view by places of this run. */
    public FloatBuffer values() {
        return values;
    }

    /** A view of {@code [from, from + count)}, both multiples of {@link #LANES}. */
    public Floats slice(int from, int count) {
        if (from < 0 || count < 0 || from > length - count) {
            throw new IndexOutOfBoundsException(count + " numbers from " + from + " on are not among " + length + ".");
        }
        return new Floats(array, start + from, count);
    }

    /** Sets the first {@code count} numbers to zero. */
    public void zero(int count) {
        Arrays.fill(array, start, start + count, 0);
    }

    /** Sets every number to {@code value}. */
    public void fill(float value) {
        Arrays.fill(array, start, start + length, value);
    }
}
