package nightsweep.worker.dataset.source;

import java.util.List;
import nightsweep.experiments.dataset.Splitting;

/**
 * What keeps the rows of a table together when some of them are kept from training.
 *
 * @param how rows are split
 * @param codes of each stored example, a place in {@code values}
 * @param values the groups, or the times in their order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RowKeys(Splitting how, int[] codes, List<String> values) {
    public RowKeys {
        values = List.copyOf(values);
    }

    /** How many of the values some rows have. */
    public int distinct(Selection rows) {
        boolean[] seen = new boolean[values.size()];
        int distinct = 0;
        for (int row : rows.rows()) {
            distinct += seen[codes[row]] ? 0 : 1;
            seen[codes[row]] = true;
        }
        return distinct;
    }

    /** The least place of the values of some rows, of which there is one or more. */
    public int first(Selection rows) {
        int first = values.size();
        for (int row : rows.rows()) {
            first = Math.min(first, codes[row]);
        }
        return first;
    }

    /** Which rows go where, in a sentence: {@code kept} for what, the others for training. */
    public String told(Selection kept, Selection left, String purpose) {
        int all = kept.size() + left.size();
        return how.by() == Splitting.By.TIME
                ? "In the order of " + how.column() + ", the last " + kept.size() + " of " + all + " rows are kept for "
                        + purpose + ", from " + values.get(first(kept)) + " on."
                : "By groups of " + how.column() + ", " + kept.size() + " of " + all + " rows are kept for " + purpose
                        + ": " + distinct(kept) + " whole groups of " + (distinct(kept) + distinct(left)) + ".";
    }
}
