package nightsweep.worker.training.fused.vector;

/**
 * Where the results of a tile go.
 *
 * @param step from a row to the next
 * @param apart from a vector of a row to the next
 * @param add whether to add, rather than to overwrite
 * @param weight what sums are multiplied by when they are added
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Results(float[] array, int step, int apart, boolean add, float weight) {}
