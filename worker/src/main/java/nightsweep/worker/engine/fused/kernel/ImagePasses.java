package nightsweep.worker.engine.fused.kernel;

import nightsweep.worker.engine.fused.memory.Floats;

/**
 * Passes over the channels of pixels, which lie beside one another in memory. Places are counted in numbers and need not be
 * multiples of anything. Nothing is rounded but sums, so that any two ways of making these passes give the same bits.
 */
public interface ImagePasses {

    /** Copies {@code count} numbers, and up to {@link Floats#LANES} less one past them, which have no meaning. */
    void copy(Floats source, int from, Floats target, int to, int count);

    /** {@code target += factor * source} over {@code count} numbers. */
    void add(Floats source, int from, float factor, Floats target, int to, int count);

    /**
     * The largest of the pixels of a window, channel by channel.
     *
     * @param starts where each pixel of the window starts
     * @param count channels, a multiple of {@link Floats#LANES}
     */
    void largest(Floats source, int[] starts, Floats target, int to, int count);

    /**
     * The way back through {@link #largest}: each derivative goes to the first of the pixels that is the largest.
     *
     * @param target laid out as {@code source}; the window's pixels receive a derivative or zero
     * @param add whether to add to {@code target} rather than to overwrite it
     */
    void toLargest(Floats source, int[] starts, Floats deltas, int from, Floats target, int count, boolean add);
}
