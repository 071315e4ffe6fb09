package nightsweep.worker.dataset.csv.cell;

import java.util.Collection;

/** Tells labels that are classes from those that look like a quantity, which no network here learns. */
public final class Quantity {
    private static final int MOST_USUAL_CLASSES = 10;
    private static final int MANY_CLASSES = 30;
    private static final double HALF_THE_ROWS = 0.5;
    private static final double EVERY_TENTH_ROW = 0.1;

    private Quantity() {}

    /**
     * Whether labels look like a quantity: more than ten numbers, some of which have decimals or which are different in more
     * than every second row, of more than thirty in more than every tenth.
     *
     * @param texts the different labels
     */
    public static boolean is(Collection<String> texts, int rows) {
        return texts.size() > MOST_USUAL_CLASSES
                && texts.stream().allMatch(CellNumber::is)
                && (texts.stream().anyMatch(CellNumber::hasFraction)
                        || texts.size() > HALF_THE_ROWS * rows
                        || (texts.size() > MANY_CLASSES && texts.size() > EVERY_TENTH_ROW * rows));
    }
}
