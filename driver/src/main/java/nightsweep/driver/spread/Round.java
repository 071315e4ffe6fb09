package nightsweep.driver.spread;

import java.io.Serializable;

/**
 * Some steps that slots take by themselves, between two averagings.
 *
 * @param epoch from 0
 * @param first the first minibatch of the round, from 0 over the whole training
 * @param minibatches of the round, dealt to the slots in turn
 * @param slots that have any of them
 * @param iteration the steps that each slot's optimizer has taken before
 */
record Round(int epoch, long first, int minibatches, int slots, int iteration) implements Serializable {

    /**
     * The round that begins with {@code first}.
     *
     * @param stepsPerEpoch minibatches an epoch
     */
    static Round at(long first, int stepsPerEpoch, int slots, int averagedEvery, int iteration) {
        long left = stepsPerEpoch - first % stepsPerEpoch;
        int minibatches = (int) Math.min(left, (long) slots * averagedEvery);
        return new Round(
                Math.toIntExact(first / stepsPerEpoch), first, minibatches, Math.min(slots, minibatches), iteration);
    }

    /** The steps of a slot. */
    int steps(int slot) {
        return (minibatches - slot + slots - 1) / slots;
    }

    /** The minibatch of a slot's step, from 0 over the whole training. */
    long minibatch(int slot, int step) {
        return first + (long) step * slots + slot;
    }

    /** How many rounds a whole training has. */
    static long count(int stepsPerEpoch, int epochs, int slots, int averagedEvery) {
        long anEpoch = ((long) stepsPerEpoch + (long) slots * averagedEvery - 1) / ((long) slots * averagedEvery);
        return anEpoch * epochs;
    }
}
