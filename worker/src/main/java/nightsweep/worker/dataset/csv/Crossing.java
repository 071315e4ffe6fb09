package nightsweep.worker.dataset.csv;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.Splitting;
import nightsweep.worker.dataset.source.RowKeys;

/** Whether a table to test on, which somebody else has split off, is split as the sweep says that rows are. */
record Crossing(Splitting split, RowKeys train, RowKeys test, DataSource.Csv csv) {

    Optional<DataRemark> remark() {
        return split.by() == Splitting.By.GROUP ? groups() : times();
    }

    private Optional<DataRemark> groups() {
        Set<String> shared = new HashSet<>(test.values());
        shared.retainAll(Set.copyOf(train.values()));
        return shared.isEmpty()
                ? Optional.empty()
                : Optional.of(new DataRemark(
                        Doubt.SHARED_GROUPS,
                        shared.size() + " of " + test.values().size() + " groups of " + split.column() + " in "
                                + csv.test() + " have rows in " + csv.train() + " too, such as "
                                + shared.stream().sorted().findFirst().orElseThrow()
                                + ", so figures on them say little of new groups: take test out, so that whole groups are"
                                + " kept for testing."));
    }

    /** Dates and numbers alike: whichever of two is the later in one list of both. */
    private Optional<DataRemark> times() {
        String last = train.values().get(train.values().size() - 1);
        String first = test.values().get(0);
        return SplitColumn.before(first, last)
                ? Optional.of(new DataRemark(
                        Doubt.TRAINED_ON_LATER,
                        csv.train() + " has rows up to " + last + " in " + split.column() + ", but " + csv.test()
                                + " begins with " + first
                                + ", so what is learnt is later than what it is tested on: take test out, so that the last"
                                + " rows are kept for testing."))
                : Optional.empty();
    }
}
