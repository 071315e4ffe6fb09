package nightsweep.worker.prediction;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.dataset.csv.CsvLine;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.file.DataPath;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Neighbouring examples of a table: those whose lines begin in some bytes of it. */
public final class Stretch implements Serializable {
    private final String place;
    private final long start;
    private final long end;
    private final ExampleColumns columns;

    /**
     * @param start the first byte, inclusive
     * @param end past the last byte; {@link Long#MAX_VALUE} for all that follow
     */
    private Stretch(String place, long start, long end, ExampleColumns columns) {
        this.place = place;
        this.start = start;
        this.end = end;
        this.columns = columns;
    }

    /**
     * All of a table.
     *
     * @throws DataException if there is no such file, or the model does not take its columns
     */
    public static Stretch whole(Configuration hadoop, String place, ModelCard card) throws DataException {
        return new Stretch(place, 0, Long.MAX_VALUE, columns(hadoop, place, card));
    }

    /**
     * A table in stretches of {@code bytes}; one, where it is compressed.
     *
     * @throws DataException if there is no such file, or the model does not take its columns
     */
    public static List<Stretch> of(Configuration hadoop, String place, long bytes, ModelCard card)
            throws DataException {
        try {
            Path path = DataPath.of(place);
            FileStatus status = path.getFileSystem(hadoop).getFileStatus(path);
            if (status.isDirectory()) {
                throw new DataException("Cannot read " + place + ": it is a folder. Name its files.");
            }
            if (!ExampleFile.splits(hadoop, place)) {
                return List.of(whole(hadoop, place, card));
            }
            ExampleColumns columns = columns(hadoop, place, card);
            List<Stretch> stretches = new ArrayList<>();
            for (long start = 0; start == 0 || start < status.getLen(); start += bytes) {
                stretches.add(new Stretch(place, start, Math.min(status.getLen(), start + bytes), columns));
            }
            return stretches;
        } catch (IOException | IllegalArgumentException e) {
            throw new DataException("Cannot read " + place + ": " + e.getMessage(), e);
        }
    }

    private static ExampleColumns columns(Configuration hadoop, String place, ModelCard card) throws DataException {
        DataFile file = new DataFile(hadoop, place);
        try (ExampleFile lines = ExampleFile.open(hadoop, place, 0)) {
            String first = lines.next().orElseThrow(() -> file.fault("there is no example"));
            return ExampleColumns.of(card, first, file);
        } catch (IOException e) {
            throw new DataException("Cannot read " + place + ": " + e.getMessage(), e);
        }
    }

    /** Of which file. */
    public String place() {
        return place;
    }

    /** What a person should know of how the file's columns go into the model, in sentences. */
    public List<String> remarks() {
        return columns.remarks();
    }

    /** How many examples begin in it. */
    public long count(Configuration hadoop) throws IOException, DataException {
        try (ExampleFile file = ExampleFile.open(hadoop, place, start)) {
            long count = 0;
            for (Optional<String> line = firstExample(file);
                    line.isPresent() && file.began() < end;
                    line = file.next()) {
                count++;
            }
            return count;
        }
    }

    private Optional<String> firstExample(ExampleFile file) throws IOException, DataException {
        Optional<String> line = file.next();
        if (start > 0) {
            return line;
        }
        return columns.heading() ? file.next() : line.map(CsvLine::unmarked);
    }

    /**
     * Answers some examples, of which the first begins in it or after it.
     *
     * @param here the number of its own first example in the file
     * @param from the number of the first example to answer, {@code here} or more
     * @param to past the last
     * @return how many were answered
     * @throws DataException if one of them is no example of the model's
     */
    public long answer(Configuration hadoop, Answers answers, long here, long from, long to, Appendable out)
            throws IOException, DataException {
        try (ExampleFile file = ExampleFile.open(hadoop, place, start)) {
            int width = answers.width();
            double[] values = new double[Math.multiplyExact(Answers.BATCH, width)];
            int count = 0;
            long answered = from;
            Optional<String> line = firstExample(file);
            for (long number = here; number < to && line.isPresent(); number++, line = file.next()) {
                if (number < from) {
                    continue;
                }
                long example = number;
                columns.read(line.get(), values, count * width, what -> file.fault(example, what));
                count++;
                if (count == Answers.BATCH) {
                    answers.answer(values, count, answered, out);
                    answered += count;
                    count = 0;
                }
            }
            if (count > 0) {
                answers.answer(values, count, answered, out);
            }
            return answered + count - from;
        }
    }
}
