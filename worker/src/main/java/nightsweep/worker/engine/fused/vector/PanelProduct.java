package nightsweep.worker.engine.fused.vector;

/** Products with a panel of the width that an implementation was made for. */
interface PanelProduct {
    /** Rows of the first factor that stand together in a strip, number beside number. */
    int ROWS = 4;

    /**
     * All results in the columns of a panel.
     *
     * @param strips the first factor: four rows by four, the last ones by themselves
     * @param rows of the first factor
     * @param panel the array of the panel's numbers
     * @param start the place of the first
     * @param inner rows of the panel
     * @param to the place of the first result
     */
    void into(float[] strips, int rows, float[] panel, int start, int inner, Results results, int to);
}
