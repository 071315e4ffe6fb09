package nightsweep.driver.search.rungs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.sweep.StoppingSpec;

/**
 * At which epochs trials are compared, and which of them go on.
 *
 * @param epochs rising; the last is the end of training
 * @param share how many of those that came to a rung go on
 */
public record RungPlan(List<Integer> epochs, Share share) {
    /** A rung later than this share of the training saves next to nothing. */
    private static final double LATEST = 0.75;

    public RungPlan {
        epochs = List.copyOf(epochs);
        if (epochs.isEmpty() || epochs.get(0) < 1) {
            throw new IllegalArgumentException("the first rung must be at epoch 1 or later, but got " + epochs + ".");
        }
        for (int i = 1; i < epochs.size(); i++) {
            if (epochs.get(i) <= epochs.get(i - 1)) {
                throw new IllegalArgumentException("rungs must rise, but got " + epochs + ".");
            }
        }
    }

    /** @param keptOneIn of so many one goes on */
    public RungPlan(List<Integer> epochs, int keptOneIn) {
        this(epochs, oneIn(keptOneIn));
    }

    /** How many of those that came to a rung go on from it. */
    @FunctionalInterface
    public interface Share {
        /**
         * Never falls as more arrive.
         *
         * @param arrivals the first so many whose results are known
         */
        int of(int arrivals);
    }

    private static Share oneIn(int keptOneIn) {
        if (keptOneIn < 2) {
            throw new IllegalArgumentException("one in 2 or more must go on, but got 1 in " + keptOneIn + ".");
        }
        return arrivals -> arrivals / keptOneIn;
    }

    /**
     * As a sweep says.
     *
     * @param begun how many trials begin
     * @param last epoch of training
     */
    public static RungPlan of(StoppingSpec stopping, int begun, int last) {
        if (stopping instanceof StoppingSpec.Rungs rungs) {
            return rising(rungs.first(), rungs.keptOneIn(), last);
        }
        if (stopping instanceof StoppingSpec.BestAfter best) {
            return new RungPlan(
                    List.of(best.epoch(), last), arrivals -> arrivals < begun ? 0 : Math.min(best.keep(), begun));
        }
        throw new AssertionError(stopping);
    }

    /** Rungs at {@code first}, and each time {@code keptOneIn} times later, up to the end of training at {@code last}. */
    public static RungPlan rising(int first, int keptOneIn, int last) {
        if (first < 1 || first > last) {
            throw new IllegalArgumentException(
                    "the first rung must lie from epoch 1 to " + last + ", but got " + first + ".");
        }
        List<Integer> epochs = new ArrayList<>();
        for (long epoch = first; epoch <= LATEST * last; epoch *= Math.max(2, keptOneIn)) {
            epochs.add((int) epoch);
        }
        epochs.add(last);
        return new RungPlan(epochs, keptOneIn);
    }

    public int rungs() {
        return epochs.size();
    }

    /** Whether nothing is compared any more after it. */
    public boolean isLast(int rung) {
        return rung == epochs.size() - 1;
    }

    /** How many epochs lie between a rung and the one before. */
    public int length(int rung) {
        return epochs.get(rung) - (rung == 0 ? 0 : epochs.get(rung - 1));
    }

    /** How many trials reach each rung, at least, of so many that begin; more do where early leaders fell behind. */
    public List<Integer> trials(int begun) {
        List<Integer> trials = new ArrayList<>();
        int left = begun;
        for (int rung = 0; rung < rungs(); rung++) {
            trials.add(left);
            left = share.of(left);
        }
        return trials;
    }

    /** Epochs that the stopped among so many trials would take to the end of training, at most. */
    public long epochsLeft(int begun) {
        List<Integer> trials = trials(begun);
        int last = epochs.get(rungs() - 1);
        return IntStream.range(0, rungs() - 1)
                .mapToLong(rung -> (long) (trials.get(rung) - trials.get(rung + 1)) * (last - epochs.get(rung)))
                .sum();
    }

    /** Epochs that so many trials take together, at least. */
    public long leastEpochs(int begun) {
        List<Integer> trials = trials(begun);
        return IntStream.range(0, rungs())
                .mapToLong(rung -> (long) trials.get(rung) * length(rung))
                .sum();
    }
}
