package nightsweep.driver.application;

/** For how many epochs a configuration is trained anew. */
public sealed interface RefitEpochs {

    /** As many as its trials were. */
    record OfSweep() implements RefitEpochs {}

    /** As many as the epoch that the mean of its repeats was best after. */
    record OfBest() implements RefitEpochs {}

    /**
     * As many as said.
     *
     * @param epochs 1 or more
     */
    record Given(int epochs) implements RefitEpochs {}
}
