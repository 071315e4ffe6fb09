package nightsweep.worker.dataset.split;

import java.util.Arrays;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.Folds;
import nightsweep.worker.dataset.random.RandomNumbers;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.RowKeys;
import nightsweep.worker.dataset.source.Selection;

/**
 * Examples dealt into folds. No two folds differ by more than one example, nor by more than one of any class; where
 * examples belong to groups, no group has examples in two folds, and folds are about as large as groups allow.
 */
public final class Dealing {
    /** Of an example that is trained on whichever fold is kept. */
    private static final int NEVER_KEPT = -1;

    private final Selection examples;
    private final int[] dealt;

    /** @param dealt the fold of each example */
    private Dealing(Selection examples, int[] dealt) {
        this.examples = examples;
        this.dealt = dealt;
    }

    /**
     * Deals by lot, class by class. An example that is the only one of its class is in no fold: without it there would be
     * nothing to learn of its class.
     *
     * @param classes how many there are; 0 or 1 where a number is to be predicted
     * @throws DataException where there are too few examples
     */
    public static Dealing byClass(Selection examples, int classes, int folds, RandomNumbers random)
            throws DataException {
        int[] counts = examples.counts(classes);
        check(IntStream.of(spared(counts)).sum(), folds, "");
        int[] lots = IntStream.range(0, examples.size()).toArray();
        random.shuffle(lots);
        int[] next = new int[counts.length];
        for (int label = 1; label < counts.length; label++) {
            next[label] = next[label - 1] + spare(counts[label - 1]);
        }
        int[] dealt = new int[examples.size()];
        for (int place : lots) {
            int label = examples.label(place);
            dealt[place] = counts[label] == 1 && counts.length > 1 ? NEVER_KEPT : next[label]++ % folds;
        }
        return new Dealing(examples, dealt);
    }

    /**
     * Deals whole groups: each, in the order of their lots, into the fold that has the fewest examples so far.
     *
     * @throws DataException where there are fewer groups than folds
     */
    public static Dealing byGroup(Selection examples, RowKeys keys, int folds, RandomNumbers random)
            throws DataException {
        int[] sizes = new int[keys.values().size()];
        for (int row : examples.rows()) {
            sizes[keys.codes()[row]]++;
        }
        int[] groups =
                IntStream.range(0, sizes.length).filter(code -> sizes[code] > 0).toArray();
        check(groups.length, folds, " groups of " + keys.how().column());
        random.shuffle(groups);
        int[] full = new int[folds];
        int[] foldOf = new int[sizes.length];
        for (int group : groups) {
            int fewest = 0;
            for (int fold = 1; fold < folds; fold++) {
                fewest = full[fold] < full[fewest] ? fold : fewest;
            }
            foldOf[group] = fewest;
            full[fewest] += sizes[group];
        }
        return new Dealing(
                examples,
                Arrays.stream(examples.rows())
                        .map(row -> foldOf[keys.codes()[row]])
                        .toArray());
    }

    private static void check(int items, int folds, String what) throws DataException {
        if (items < folds) {
            throw new DataException("Cannot deal " + items + (what.isEmpty() ? " training examples" : what) + " into "
                    + folds + " folds, each of which needs one at least"
                    + (what.isEmpty() ? ", and a class of one example is in none" : "") + ". Take fewer folds.");
        }
    }

    private static int[] spared(int[] counts) {
        return counts.length > 1 ? Arrays.stream(counts).map(Dealing::spare).toArray() : counts;
    }

    private static int spare(int count) {
        return count == 1 ? 0 : count;
    }

    /**
     * Of each class the examples in a fold of {@link #byClass}, which its size decides.
     *
     * @param counts examples of each class; of one where a number is to be predicted
     * @throws DataException where there are too few examples
     */
    public static int[] counts(int[] counts, Folds folds) throws DataException {
        int[] spared = spared(counts);
        check(IntStream.of(spared).sum(), folds.count(), "");
        int[] kept = new int[counts.length];
        int before = 0;
        for (int label = 0; label < kept.length; label++) {
            kept[label] = until(before + spared[label], folds) - until(before, folds);
            before += spared[label];
        }
        return kept;
    }

    /** How many of the first so many examples are dealt into a fold. */
    private static int until(int dealt, Folds folds) {
        return (dealt + folds.count() - 1 - folds.fold()) / folds.count();
    }

    /** The examples of a fold, and all others. */
    public Draw keeping(int fold) {
        boolean[] taken = new boolean[dealt.length];
        int drawn = 0;
        for (int place = 0; place < taken.length; place++) {
            taken[place] = dealt[place] == fold;
            drawn += taken[place] ? 1 : 0;
        }
        return Draw.sorted(examples, taken, drawn);
    }
}
