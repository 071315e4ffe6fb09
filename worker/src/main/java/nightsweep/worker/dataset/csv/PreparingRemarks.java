package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.worker.dataset.csv.cell.Spelling;
import nightsweep.worker.dataset.source.RawColumn;

/** What is doubtful about columns that are not plain numbers. */
record PreparingRemarks(CsvTable table, DataSource.Header header, Preparing how) {
    /** In smaller tables coincidences are usual. */
    private static final int LEAST_ROWS = 10;

    private static final int MOST_NAMED = 5;

    /** Values beyond are names rather than words. */
    private static final int MOST_COMPARED = 10_000;

    List<DataRemark> all() {
        List<DataRemark> remarks = new ArrayList<>();
        if (header == DataSource.Header.ABSENT && firstRowLooksLikeNames()) {
            remarks.add(new DataRemark(
                    Doubt.NAMES_AS_VALUES,
                    "No cell of the first row stands in another row, as if they were names of columns, but it is learnt"
                            + " from: if it names the columns, say header: present."));
        }
        for (RawColumn column : table.kinds().columns()) {
            if (isMostlyMissing(column)) {
                remarks.add(new DataRemark(
                        Doubt.MOSTLY_MISSING,
                        "Of " + column.told() + " " + column.missing() + " of " + table.rows()
                                + " cells are missing: say {\"" + column.name()
                                + "\": ignored} under columns, unless the others are worth it."));
            }
            if (hasManyValues(column)) {
                remarks.add(new DataRemark(
                        Doubt.MANY_VALUES,
                        "The category in " + column.told() + " has "
                                + column.values().size()
                                + " values, of which " + how.mostValues()
                                + " have a column of their own and the rarest share one: say a greater most-values, or"
                                + " that the column is ignored."));
            }
            List<String> alike = column.values().size() > MOST_COMPARED ? List.of() : Spelling.alike(column.values());
            if (!alike.isEmpty()) {
                remarks.add(new DataRemark(
                        Doubt.SIMILAR_VALUES,
                        "Of the category in " + column.told() + ", "
                                + String.join("; ", alike.subList(0, Math.min(MOST_NAMED, alike.size())))
                                + (alike.size() > MOST_NAMED ? "; and " + (alike.size() - MOST_NAMED) + " more" : "")
                                + " differ only in how they are written, but have a column each: write them alike in the"
                                + " data if they are the same."));
            }
            if (column.unsureThousands()) {
                remarks.add(new DataRemark(
                        Doubt.UNSURE_THOUSANDS,
                        "All points in the numbers of " + column.told() + " stand before three digits, and its numbers"
                                + " without a point are below 1000, as if points stood between thousands; they are taken for"
                                + " those before decimals: say decimals: comma if 1.079 is 1079, or point."));
            }
            if (column.leadingZeros()) {
                remarks.add(new DataRemark(
                        Doubt.NUMBERS_AS_CODES,
                        "Some numbers of " + column.told() + " begin with a 0, as codes do, but are taken for"
                                + " quantities: say {\"" + column.name()
                                + "\": category} under columns, or number if they are some."));
            }
        }
        return remarks;
    }

    /** Among numbers names are refused. */
    private boolean firstRowLooksLikeNames() {
        if (table.rows() < LEAST_ROWS) {
            return false;
        }
        for (int row = 1; row < table.rows(); row++) {
            if (table.labels()[row] == table.labels()[0]) {
                return false;
            }
            for (int column = 0; column < table.width(); column++) {
                if (table.isNumber(column) || table.at(row, column) == table.at(0, column)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isMostlyMissing(RawColumn column) {
        return column.missing() * 2 > table.rows();
    }

    private boolean hasManyValues(RawColumn column) {
        return column.values().size() > how.mostValues();
    }
}
