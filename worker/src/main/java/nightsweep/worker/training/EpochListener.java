package nightsweep.worker.training;

/** Hears how far a training is, on the thread that trains, which it must not keep waiting. */
public interface EpochListener {
    /** Hears nothing. */
    EpochListener NONE = epoch -> {};

    /**
     * An epoch begins.
     *
     * @param epoch from 1
     */
    void began(int epoch);
}
