package nightsweep.worker.engine;

/**
 * Figures of some examples.
 *
 * @param lossSum the sum of the examples' losses, without penalties
 * @param correct how many were taken for what they are
 */
public record BatchScore(double lossSum, int correct) {}
