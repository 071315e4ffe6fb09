package nightsweep.worker.prediction;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.worker.dataset.DataException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Neighbouring examples of a file: those whose lines begin in some bytes of it.
 *
 * @param start the first byte, inclusive
 * @param end past the last byte; {@link Long#MAX_VALUE} for all that follow
 */
public record Stretch(String place, long start, long end) implements Serializable {

    /**
     * A file in stretches of {@code bytes}; one, where it is compressed.
     *
     * @throws DataException if there is no such file
     */
    public static List<Stretch> of(Configuration hadoop, String place, long bytes) throws DataException {
        try {
            Path path = new Path(place);
            FileStatus status = path.getFileSystem(hadoop).getFileStatus(path);
            if (status.isDirectory()) {
                throw new DataException("Cannot read " + place + ": it is a folder. Name its files.");
            }
            if (!ExampleFile.splits(hadoop, place)) {
                return List.of(new Stretch(place, 0, Long.MAX_VALUE));
            }
            List<Stretch> stretches = new ArrayList<>();
            for (long start = 0; start == 0 || start < status.getLen(); start += bytes) {
                stretches.add(new Stretch(place, start, Math.min(status.getLen(), start + bytes)));
            }
            return stretches;
        } catch (IOException | IllegalArgumentException e) {
            throw new DataException("Cannot read " + place + ": " + e.getMessage(), e);
        }
    }

    /** How many examples begin in it. */
    public long count(Configuration hadoop) throws IOException {
        try (ExampleFile file = ExampleFile.open(hadoop, place, start)) {
            long count = 0;
            boolean first = start == 0;
            while (file.position() < end) {
                Optional<String> line = file.next();
                if (line.isEmpty()) {
                    break;
                }
                if (!first || !ExampleLine.isHeading(line.get())) {
                    count++;
                }
                first = false;
            }
            return count;
        }
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
            Optional<String> line = file.next();
            if (start == 0 && line.isPresent() && ExampleLine.isHeading(line.get())) {
                line = file.next();
            }
            int width = answers.width();
            float[] values = new float[Math.multiplyExact(Answers.BATCH, width)];
            int count = 0;
            long answered = from;
            for (long number = here; number < to && line.isPresent(); number++, line = file.next()) {
                if (number < from) {
                    continue;
                }
                long example = number;
                ExampleLine.read(line.get(), values, count * width, width, what -> file.fault(example, what));
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
