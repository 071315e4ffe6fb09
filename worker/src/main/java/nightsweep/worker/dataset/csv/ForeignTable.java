package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.foreign.ForeignTables;
import nightsweep.worker.dataset.source.DataException;

/**
 * Reads a table that is no text: it becomes what the CSV of the same rows does.
 *
 * @param known what the columns of the training table are, where this is another
 */
record ForeignTable(DataFile file, DataSource.Csv csv, TableForm.Spark form, Optional<ColumnKinds> known) {

    /** All rows. */
    CsvTable read() throws DataException {
        ForeignTables tables = ForeignTables.here()
                .orElseThrow(() -> file.fault("it is read by Spark, which is not on the class path here"));
        Reading reading = new Reading();
        tables.read(form, file.location(), file.hadoop(), reading);
        return reading.table();
    }

    private final class Reading implements ForeignTables.Rows {
        private final List<String> notes = new ArrayList<>();
        private Optional<CsvRows> rows = Optional.empty();
        private long row;

        @Override
        public void begin(List<ForeignTables.Column> columns, List<String> told) throws DataException {
            List<String> names =
                    columns.stream().map(ForeignTables.Column::name).toList();
            if (names.size() < 2) {
                throw file.fault("it has the columns " + names
                        + ", but there must be labels and at least one column of numbers");
            }
            CsvRows begun = new CsvRows(
                    file, csv, Heading.of(names, TableForm.Text.NONE, file), names, "columns", known, "row");
            for (int column = 0; column < names.size(); column++) {
                String objection = columns.get(column).objection();
                if (!objection.isEmpty() && !begun.ignores(column)) {
                    throw file.fault("column \"" + Heading.told(names.get(column)) + "\" " + objection
                            + ": say under columns that it is ignored, or take it apart before");
                }
            }
            begun.begin("");
            rows = Optional.of(begun);
            notes.addAll(told);
        }

        @Override
        public void add(List<String> cells) throws DataException {
            rows.orElseThrow().add(cells, ++row);
        }

        CsvTable table() throws DataException {
            if (row == 0) {
                throw file.fault("it has no rows");
            }
            return rows.orElseThrow().table(notes);
        }
    }
}
