package nightsweep.worker.prediction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.worker.dataset.csv.line.CsvLine;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;

/** Examples whose lines begin in some bytes of a CSV file: of a table, or of a folder of such files, which is one. */
final class TextStretch extends Stretch {
    private final String place;
    private final String file;
    private final long rows;
    private final long start;
    private final long end;
    private final ExampleColumns columns;
    private final Writing writing;

    /**
     * @param rows the byte from which on lines are rows, past a heading
     * @param start the first byte, inclusive
     * @param end past the last byte; {@link Long#MAX_VALUE} for all that follow
     */
    private TextStretch(
            String place, String file, long rows, long start, long end, ExampleColumns columns, Writing writing) {
        this.place = place;
        this.file = file;
        this.rows = rows;
        this.start = start;
        this.end = end;
        this.columns = columns;
        this.writing = writing;
    }

    /**
     * A file of a table that has a line.
     *
     * @param line the first
     * @param begin where it begins, past comments
     * @param end past it
     * @param said what cells are apart by, as the file says itself
     */
    private record Begun(TableFiles.One of, String line, long begin, long end, Optional<Character> said) {}

    static List<Stretch> of(TableFiles table, long bytes, ModelCard card, Writing writing, Labels labels)
            throws IOException, DataException {
        List<Begun> files = begun(table, writing);
        Begun first = files.get(0);
        ExampleColumns columns = ExampleColumns.of(card, first.line, first.of.file(), labels, writing, first.said);
        List<Stretch> stretches = new ArrayList<>();
        for (Begun one : files) {
            boolean heading = columns.isHeadingToo(first.line, one.line, card, one.of.file());
            stretches.addAll(stretches(table, one.of, bytes, heading ? one.end : one.begin, columns, writing));
        }
        return stretches;
    }

    /** Files without a line are parts without a row. */
    private static List<Begun> begun(TableFiles table, Writing writing) throws IOException, DataException {
        List<Begun> begun = new ArrayList<>();
        for (TableFiles.One one : table.files()) {
            DataFile file = one.file();
            Optional<String> other = file.looksLike();
            if (other.isPresent()) {
                throw file.fault("it must be a table, an IDX file or pictures, but it is " + other.get());
            }
            try (ExampleFile lines = ExampleFile.open(file.hadoop(), file.location(), writing, 0)) {
                lines.heading()
                        .ifPresent(line -> begun.add(
                                new Begun(one, line, lines.headingBegan(), lines.headingEnded(), lines.said())));
            }
        }
        if (begun.isEmpty()) {
            throw new DataFile(table.files().get(0).file().hadoop(), table.place()).fault("there is no example");
        }
        return begun;
    }

    private static List<Stretch> stretches(
            TableFiles table, TableFiles.One one, long bytes, long rows, ExampleColumns columns, Writing writing)
            throws IOException, DataException {
        String file = one.file().location();
        if (bytes >= one.bytes() || !ExampleFile.splits(one.file().hadoop(), file)) {
            return List.of(new TextStretch(table.place(), file, rows, 0, Long.MAX_VALUE, columns, writing));
        }
        List<Stretch> stretches = new ArrayList<>();
        for (long start = 0; start < one.bytes(); start += bytes) {
            stretches.add(new TextStretch(
                    table.place(), file, rows, start, Math.min(one.bytes(), start + bytes), columns, writing));
        }
        return stretches;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public List<String> remarks() {
        return columns.remarks();
    }

    @Override
    public long count(Configuration hadoop) throws IOException, DataException {
        try (Lines lines = new Lines(hadoop)) {
            long count = 0;
            while (lines.next()) {
                count++;
            }
            return count;
        }
    }

    @Override
    Rows rows(Configuration hadoop) throws IOException, DataException {
        return new Lines(hadoop);
    }

    private final class Lines implements Rows {
        private final ExampleFile lines;
        private boolean first = start == 0;
        private String line = "";

        Lines(Configuration hadoop) throws IOException, DataException {
            lines = ExampleFile.open(hadoop, file, writing, start);
        }

        @Override
        public boolean next() throws IOException, DataException {
            Optional<String> found = lines.next();
            while (found.isPresent() && lines.began() < rows) {
                found = lines.next();
            }
            if (first) {
                first = false;
                found = found.map(CsvLine::unmarked);
            }
            line = found.orElse("");
            return found.isPresent() && lines.began() < end;
        }

        @Override
        public int read(double[] values, int at, long example, Gaps gaps) throws DataException {
            return columns.read(
                    line,
                    values,
                    at,
                    gaps,
                    what -> lines.fault(example + (file.equals(place) ? "" : " of the folder"), what));
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
