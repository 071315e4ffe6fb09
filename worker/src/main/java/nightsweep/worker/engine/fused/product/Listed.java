package nightsweep.worker.engine.fused.product;

/**
 * The first factor of a product, by what of it is not zero, line by line.
 *
 * @param whole the same with its zeros
 * @param starts where each line begins, and the last one ends
 * @param places in its line, rising
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Listed(Factor whole, int[] starts, int[] places, float[] values) {}
