package nightsweep.worker.dataset.split;

import java.util.Arrays;
import nightsweep.worker.dataset.source.DataException;

/** How many examples of each class go where: as the classes stand to each other, by largest remainder. */
public final class Quotas {
    private Quotas() {}

    /**
     * Of each class, the examples to use.
     *
     * @param counts examples of each class
     * @param limit the most examples to use; 0 for all
     */
    public static int[] limited(int[] counts, int limit) {
        int all = Arrays.stream(counts).sum();
        return limit == 0 || limit >= all ? counts.clone() : apportion(counts, limit, new int[counts.length], counts);
    }

    /**
     * Of each class, the examples to train on, at least one where the class has any.
     *
     * @param limit the most examples to use; 0 for all
     * @throws DataException where there are more classes than the limit
     */
    public static int[] limitedTraining(int[] counts, int limit) throws DataException {
        int[] least = Arrays.stream(counts).map(count -> Math.min(count, 1)).toArray();
        int classes = Arrays.stream(least).sum();
        int all = Arrays.stream(counts).sum();
        if (limit == 0 || limit >= all) {
            return counts.clone();
        }
        if (limit < classes) {
            throw new DataException("A train-limit of " + limit + " leaves some of the " + classes
                    + " classes without a training example. Raise it to " + classes + " or more.");
        }
        return apportion(counts, limit, least, counts);
    }

    /**
     * Of each class, the examples that are kept from training: in all {@code share * examples}, rounded, but of each
     * class at least one is left.
     *
     * @param purpose what they are kept for, in messages
     * @param share within [0, 1); 0 for none
     * @throws DataException where a share above 0 comes to no example, or to more than there are to spare
     */
    public static int[] kept(int[] counts, double share, String purpose) throws DataException {
        if (share == 0) {
            return new int[counts.length];
        }
        int all = Arrays.stream(counts).sum();
        int[] most = Arrays.stream(counts).map(count -> Math.max(count - 1, 0)).toArray();
        long wanted = Math.round(share * all);
        int spare = Arrays.stream(most).sum();
        if (spare == 0) {
            throw new DataException("Cannot keep a share of " + share + " for " + purpose + ": of " + all
                    + " examples each is the only one of its class, which it needs to train on. Use more examples.");
        }
        if (wanted < 1 || wanted > spare) {
            throw new DataException("Cannot keep a share of " + share + " for " + purpose + ": of " + all
                    + " examples that is " + wanted + ", but it must be 1 to " + spare
                    + " so that each class keeps one to train on.");
        }
        return apportion(counts, (int) wanted, new int[counts.length], most);
    }

    /** Starts at each class's exact share rounded down into its bounds, then moves single examples where most is owed. */
    private static int[] apportion(int[] counts, int total, int[] least, int[] most) {
        long all = Arrays.stream(counts).asLongStream().sum();
        int[] given = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            int exact = (int) ((long) total * counts[i] / all);
            given[i] = Math.max(least[i], Math.min(exact, most[i]));
        }
        for (int missing = total - Arrays.stream(given).sum(); missing != 0; ) {
            int direction = Integer.signum(missing);
            int chosen = -1;
            long largest = Long.MIN_VALUE;
            for (int i = 0; i < counts.length; i++) {
                boolean open = direction > 0 ? given[i] < most[i] : given[i] > least[i];
                long owed = direction * ((long) total * counts[i] - given[i] * all);
                if (open && owed > largest) {
                    largest = owed;
                    chosen = i;
                }
            }
            given[chosen] += direction;
            missing -= direction;
        }
        return given;
    }
}
