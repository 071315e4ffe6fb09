package nightsweep.worker.engine.fused.vector;

import nightsweep.worker.engine.fused.memory.Panels;

/**
 * Where the results with a panel go.
 *
 * @param step from a row to the next
 * @param add whether to add, rather than to overwrite
 * @param weight what sums are multiplied by when they are added
 * @param goingOn whether sums begin with what is there, rather than with zero
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Results(float[] array, int step, boolean add, float weight, boolean goingOn) {
    private static final float[] ZEROS = new float[Panels.WIDTH];

    static Results in(float[] array, int step) {
        return new Results(array, step, false, 0, false);
    }

    /** The same for the next summands. */
    Results continued() {
        return new Results(array, step, add, weight, true);
    }

    /** What sums begin with, which are all in the first places where they begin with zero. */
    float[] sums() {
        return goingOn ? array : ZEROS;
    }
}
