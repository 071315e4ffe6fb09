package nightsweep.worker.training;

/** Hears how far a training is, on the thread that trains, which it must not keep waiting. */
public interface EpochListener {
    /** Hears nothing. */
    EpochListener NONE = (epoch, loss) -> {};

    /**
     * An epoch begins.
     *
     * @param epoch from 1
     * @param loss of the training examples in the epoch before; NaN in the first
     */
    void began(int epoch, double loss);
}
