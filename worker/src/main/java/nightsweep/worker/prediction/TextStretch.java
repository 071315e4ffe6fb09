package nightsweep.worker.prediction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.dataset.csv.CsvLine;
import nightsweep.worker.dataset.file.DataFile;
import org.apache.hadoop.conf.Configuration;

/** Examples whose lines begin in some bytes of a CSV file. */
final class TextStretch extends Stretch {
    private final String place;
    private final long start;
    private final long end;
    private final ExampleColumns columns;

    /**
     * @param start the first byte, inclusive
     * @param end past the last byte; {@link Long#MAX_VALUE} for all that follow
     */
    private TextStretch(String place, long start, long end, ExampleColumns columns) {
        this.place = place;
        this.start = start;
        this.end = end;
        this.columns = columns;
    }

    static List<Stretch> of(Configuration hadoop, String place, long length, long bytes, ModelCard card, Labels labels)
            throws IOException, DataException {
        ExampleColumns columns = columns(hadoop, place, card, labels);
        if (bytes >= length || !ExampleFile.splits(hadoop, place)) {
            return List.of(new TextStretch(place, 0, Long.MAX_VALUE, columns));
        }
        List<Stretch> stretches = new ArrayList<>();
        for (long start = 0; start < length; start += bytes) {
            stretches.add(new TextStretch(place, start, Math.min(length, start + bytes), columns));
        }
        return stretches;
    }

    private static ExampleColumns columns(Configuration hadoop, String place, ModelCard card, Labels labels)
            throws IOException, DataException {
        DataFile file = new DataFile(hadoop, place);
        try (ExampleFile lines = ExampleFile.open(hadoop, place, 0)) {
            String first = lines.next().orElseThrow(() -> file.fault("there is no example"));
            return ExampleColumns.of(card, first, file, labels);
        }
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
            while (lines.next() && lines.file.began() < end) {
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
        private final ExampleFile file;
        private boolean first = start == 0;
        private String line = "";

        Lines(Configuration hadoop) throws IOException, DataException {
            file = ExampleFile.open(hadoop, place, start);
        }

        @Override
        public boolean next() throws IOException, DataException {
            Optional<String> found = file.next();
            if (first) {
                first = false;
                found = columns.heading() ? file.next() : found.map(CsvLine::unmarked);
            }
            line = found.orElse("");
            return found.isPresent();
        }

        @Override
        public int read(double[] values, int at, long example) throws DataException {
            return columns.read(line, values, at, what -> file.fault(example, what));
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
