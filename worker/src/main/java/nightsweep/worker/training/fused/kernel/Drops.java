package nightsweep.worker.training.fused.kernel;

import java.nio.LongBuffer;
import nightsweep.worker.training.DropoutMask;
import nightsweep.worker.training.fused.memory.Floats;
import nightsweep.worker.training.fused.memory.OffHeap;

/**
 * The dropout decisions of one layer for the rows at hand: 16 bits a value, numbered row by row without gaps. A value
 * is kept, and multiplied by {@link #scale}, where its bits are not below {@link #threshold}.
 */
public final class Drops {
    private static final int DECISIONS_A_WORD = 4;

    private final DropoutMask mask;
    private final int units;
    private final Floats memory;
    private final LongBuffer words;

    /**
     * No decisions yet.
     *
     * @param rows the most rows that there will be at once
     */
    public Drops(DropoutMask mask, int rows, int units, OffHeap offHeap) {
        this.mask = mask;
        this.units = units;
        // A pass reads whole vectors, and so past the last row's last decision by less than two vectors of numbers.
        int decisions = Math.addExact(Math.multiplyExact(rows, units), 2 * OffHeap.LANES);
        memory = offHeap.floats(decisions / 2 + 2);
        words = memory.bytes().asLongBuffer();
    }

    /**
     * Draws the decisions of a step.
     *
     * @param firstRow the place of the first row at hand among the rows of the step, from 0
     */
    public void draw(long step, int firstRow, int rows) {
        long first = (long) firstRow * units;
        if (first % DECISIONS_A_WORD == 0) {
            long index = first / DECISIONS_A_WORD;
            int count = (rows * units + DECISIONS_A_WORD - 1) / DECISIONS_A_WORD;
            for (int i = 0; i < count; i++) {
                words.put(i, mask.word(step, index + i));
            }
        } else {
            for (int i = 0; i < rows * units; i++) {
                long number = first + i;
                long word = mask.word(step, number / DECISIONS_A_WORD);
                short bits = (short) (word >>> (number % DECISIONS_A_WORD * Short.SIZE));
                memory.bytes().putShort(i * Short.BYTES, bits);
            }
        }
    }

    /** The decisions drawn last, two bytes each, in the order of the values. */
    public Floats memory() {
        return memory;
    }

    /** Values a row. */
    public int units() {
        return units;
    }

    /** What a kept value is multiplied by. */
    public float scale() {
        return mask.scale();
    }

    /** 0..65,536. */
    public int threshold() {
        return mask.threshold();
    }
}
