package nightsweep.worker.engine;

import nightsweep.experiments.sweep.RandomStream;

/**
 * Which values of a layer are dropped out in each step. Decisions are counted, not drawn one after another: decision
 * {@code e} of a step takes bits {@code 16 (e mod 4)} and up of word {@code e / 4} of that step, so any step, and any part of
 * it, can be had by itself.
 *
 * <p>Values are numbered row by row over {@code (examples of the minibatch, units)}. A rate is rounded to a multiple of
 * 1 / 65,536. Immutable.
 */
public final class DropoutMask {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int LEVELS = 1 << 16;

    private final long seed;
    private final int threshold;
    private final float scale;
    private final int scaleBits;

    /**
     * @param seed of {@link RandomStream#DROPOUT} or {@link RandomStream#TEST_DROPOUT}
     * @param layer the place among the network's layers, from 0
     * @param rate the probability of being dropped, in [0, 1)
     */
    public DropoutMask(long seed, int layer, double rate) {
        this.seed = RandomStream.mix(seed + layer);
        threshold = (int) Math.round(rate * LEVELS);
        scale = (float) (1 / (1 - rate));
        scaleBits = Float.floatToRawIntBits(scale);
    }

    /** What a kept value is multiplied by: 1 / (1 - rate). */
    public float scale() {
        return scale;
    }

    /** A value is dropped where its 16 bits, as an unsigned number, are below this: 0..65,536. */
    public int threshold() {
        return threshold;
    }

    /** Four decisions: those of the values {@code 4 index .. 4 index + 3} of a step, the first in the lowest bits. */
    public long word(long step, long index) {
        return RandomStream.mix(key(step) + GOLDEN * index);
    }

    /**
     * Writes {@link #scale} for each value that is kept and 0 for each that is dropped.
     *
     * @param step from 0
     * @param first the first value's number, from 0
     * @param count how many values
     * @param mask receives them from its start
     */
    public void fill(long step, long first, int count, float[] mask) {
        long key = key(step);
        long index = first >>> 2;
        int at = 0;
        int skipped = (int) (first & 3);
        if (skipped != 0) {
            at = Math.min(count, 4 - skipped);
            some(RandomStream.mix(key + GOLDEN * index++) >>> (16 * skipped), mask, 0, at);
        }
        for (; at + 4 <= count; at += 4) {
            long word = RandomStream.mix(key + GOLDEN * index++);
            mask[at] = decide((int) word & 0xffff);
            mask[at + 1] = decide((int) word >>> 16);
            mask[at + 2] = decide((int) (word >>> 32) & 0xffff);
            mask[at + 3] = decide((int) (word >>> 48));
        }
        if (at < count) {
            some(RandomStream.mix(key + GOLDEN * index), mask, at, count);
        }
    }

    private void some(long word, float[] mask, int from, int to) {
        long bits = word;
        for (int at = from; at < to; at++) {
            mask[at] = decide((int) bits & 0xffff);
            bits >>>= 16;
        }
    }

    /** Without a branch, which would be mispredicted as often as a value is dropped. */
    private float decide(int bits) {
        return Float.intBitsToFloat(scaleBits & ~((bits - threshold) >> 31));
    }

    private long key(long step) {
        return RandomStream.mix(seed + step);
    }
}
