package nightsweep.worker.dataset.csv;

import java.util.Optional;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.DataSource;

/**
 * Test rows whose values stand in a training row as well, whatever their labels.
 *
 * @param rows so many of them
 * @param of test rows in all
 */
record Repeats(int rows, int of) {
    /** In smaller tables all cases may be listed, to learn and to be tested. */
    private static final int LEAST_TEST_ROWS = 10;

    /** Where one test row of so many is a repeat, figures hardly depend on it. */
    private static final int RARE = 20;

    /** What is doubtful of them. */
    Optional<DataRemark> remark(DataSource.Csv csv) {
        if (of < LEAST_TEST_ROWS || isRare()) {
            return Optional.empty();
        }
        if (csv.test().isEmpty()) {
            return doubt("figures on them say little of new examples: take repeated rows out of the table, unless new"
                    + " examples repeat old ones as well.");
        }
        return rows == of
                ? doubt("figures say nothing of new examples: name another table, or leave test out, so that a share of"
                        + " the rows is kept for testing.")
                : doubt("figures on them say little of new examples: take them out of " + csv.test()
                        + ", unless new examples repeat old ones as well.");
    }

    private Optional<DataRemark> doubt(String consequence) {
        return Optional.of(new DataRemark(Doubt.TESTED_ON_TRAINING, told() + ", so " + consequence));
    }

    private String told() {
        String some = rows == of ? "All " + of : rows + " of " + of;
        return some + " test rows also " + (rows == 1 ? "stands" : "stand") + " in the training part";
    }

    /** What is told of repeats that are too few to be doubted. */
    Optional<String> note() {
        return rows > 0 && of >= LEAST_TEST_ROWS && isRare() ? Optional.of(told() + ".") : Optional.empty();
    }

    private boolean isRare() {
        return (long) rows * RARE < of;
    }
}
