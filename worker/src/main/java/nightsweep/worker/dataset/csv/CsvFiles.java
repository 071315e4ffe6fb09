package nightsweep.worker.dataset.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.worker.dataset.csv.line.Opening;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.file.FolderParts;
import nightsweep.worker.dataset.source.DataException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads one table: a file, or the files of a folder, which follow each other in the order of their names.
 *
 * @param known what the columns of the training table are, where this is another
 */
record CsvFiles(DataFile file, DataSource.Csv csv, TableForm.Text form, Optional<ColumnKinds> known) {

    /** All rows. */
    CsvTable read() throws DataException {
        Reading reading = new Reading();
        if (file.isFolder()) {
            FolderParts folder = FolderParts.of(file);
            for (FolderParts.Part part : folder.parts()) {
                reading.read(part.file(), part.name());
            }
            reading.notes.add(0, folder.note(file.location()));
        } else {
            reading.read(file, "");
        }
        return reading.table();
    }

    /** A table while it is read. */
    private final class Reading {
        private final List<String> notes = new ArrayList<>();
        private Optional<CsvRows> rows = Optional.empty();
        private Optional<Heading> heading = Optional.empty();
        private TableForm.Text apart = form;
        private boolean first = true;
        private long comments;
        private int empty;

        void read(DataFile text, String part) throws DataException {
            CsvReader.read(text, apart, (parser, how) -> {
                read(text, part, parser, how);
                return notes.size();
            });
        }

        private void read(DataFile text, String part, CSVParser parser, Opening how) throws IOException, DataException {
            if (first) {
                notes.addAll(how.notes(file.location()));
                first = false;
            }
            // What the first file is apart by, all are.
            apart = new TableForm.Text(String.valueOf(how.separator()), form.quote(), form.comment(), form.encoding());
            boolean named = csv.header() == DataSource.Header.ABSENT;
            boolean begun = false;
            long line = 0;
            for (CSVRecord record : parser) {
                long lines = parser.getCurrentLineNumber() - line;
                line += lines;
                comments += record.hasComment() ? record.getComment().lines().count() : 0;
                List<String> cells = cells(record, how);
                if (cells.size() == 1 && cells.get(0).isBlank()) {
                    continue;
                }
                if (!begun) {
                    rows(cells, how).begin(part);
                    begun = true;
                }
                if (named) {
                    if (lines > 1) {
                        rows.orElseThrow()
                                .lookAtLines(cells, how.separator(), parser.getCurrentLineNumber() + how.passed());
                    }
                    rows.orElseThrow().add(cells, parser.getCurrentLineNumber() + how.passed());
                } else {
                    compare(cells, text);
                    named = true;
                }
            }
            comments += parser.hasTrailerComment()
                    ? parser.getTrailerComment().lines().count()
                    : 0;
            empty += begun ? 0 : 1;
        }

        /** Between cells there may be several blanks. */
        private static List<String> cells(CSVRecord record, Opening how) {
            List<String> cells = record.toList();
            return how.separator() == ' '
                    ? cells.stream().filter(cell -> !cell.isEmpty()).toList()
                    : cells;
        }

        private CsvRows rows(List<String> first, Opening how) throws DataException {
            if (rows.isEmpty()) {
                Heading found = csv.header() == DataSource.Header.PRESENT
                        ? Heading.of(first, form.comment(), file)
                        : Heading.numbered(first.size());
                heading = Optional.of(found);
                rows = Optional.of(new CsvRows(file, csv, found, first, how.told(), known, RowPlaces.LINE));
            }
            return rows.get();
        }

        /** Each file of a table names the columns, and all name the same. */
        private void compare(List<String> cells, DataFile text) throws DataException {
            List<String> wanted = heading.orElseThrow().names();
            List<String> names = Heading.of(cells, form.comment(), text).names();
            if (!names.equals(wanted)) {
                throw text.fault("its first line names the columns " + Heading.told(String.join(", ", names))
                        + ", but the first file of the folder " + Heading.told(String.join(", ", wanted))
                        + ": files of one table have the same heading");
            }
        }

        CsvTable table() throws DataException {
            if (rows.isEmpty()) {
                throw file.fault("it is empty");
            }
            if (comments > 0) {
                notes.add("In " + file.location() + " "
                        + (comments == 1 ? "1 line is" : comments + " lines are") + " passed over that begin with "
                        + form.comment() + ", as comment says.");
            }
            if (empty > 0) {
                notes.add("In " + file.location() + " "
                        + (empty == 1 ? "1 file has no row." : empty + " files have no row."));
            }
            return rows.get().table(notes);
        }
    }
}
