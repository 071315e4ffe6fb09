package nightsweep.worker.prediction;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.model.SavedModel;
import org.apache.hadoop.conf.Configuration;

/** Neighbouring examples of a table: CSV, gzipped or not, or Parquet. */
public abstract sealed class Stretch implements Serializable permits TextStretch, ParquetStretch {

    /**
     * All of a table, in as few stretches as there can be.
     *
     * @throws DataException if there is no such table, or the model does not take its columns
     */
    public static List<Stretch> whole(Configuration hadoop, String place, SavedModel model, Labels labels)
            throws DataException {
        return of(hadoop, place, Long.MAX_VALUE, model, labels);
    }

    /**
     * A table in stretches of about {@code bytes}, in its order; compressed CSV files are not cut.
     *
     * @param place a file, or a folder of CSV or of Parquet files, in the order of their names
     * @return one or more
     * @throws DataException if there is no such table, or the model does not take its columns
     */
    public static List<Stretch> of(Configuration hadoop, String place, long bytes, SavedModel model, Labels labels)
            throws DataException {
        return of(hadoop, place, bytes, model.trained().card(), Writing.of(model), labels);
    }

    /** @param writing how the table was written that the model was trained on */
    static List<Stretch> of(
            Configuration hadoop, String place, long bytes, ModelCard card, Writing writing, Labels labels)
            throws DataException {
        try {
            TableFiles table = TableFiles.of(hadoop, place);
            return table.form() == TableFiles.Form.PARQUET
                    ? ParquetStretch.of(table, bytes, card, labels)
                    : TextStretch.of(table, bytes, card, writing, labels);
        } catch (IOException | IllegalArgumentException e) {
            throw new DataException("Cannot read " + place + ": " + e.getMessage(), e);
        }
    }

    /**
     * Whether a folder holds nothing but CSV and Parquet files.
     *
     * @throws DataException if it cannot be read
     */
    public static boolean isTable(Configuration hadoop, String folder) throws DataException {
        try {
            return TableFiles.isTable(new DataFile(hadoop, folder));
        } catch (IOException | IllegalArgumentException e) {
            throw new DataException("Cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Of which table. */
    public abstract String place();

    /** What a person should know of how the table's columns go into the model, in sentences. */
    public abstract List<String> remarks();

    /** How many examples begin in it. */
    public abstract long count(Configuration hadoop) throws IOException, DataException;

    /** A walk over the examples that begin in it. */
    abstract Rows rows(Configuration hadoop) throws IOException, DataException;

    /**
     * Reads some examples.
     *
     * @param stretches neighbours, in the table's order
     * @param width values of an example
     * @param here the number of the first example of the first in the table
     * @param from the number of the first example to read, {@code here} or more
     * @param to past the last; {@link Long#MAX_VALUE} for all
     * @return how many were read
     * @throws DataException if one of them is no example of the model's
     */
    public static long read(
            Configuration hadoop, List<Stretch> stretches, int width, long here, long from, long to, Batches batches)
            throws IOException, DataException {
        return read(hadoop, stretches, width, here, from, to, new Gaps(), batches);
    }

    /**
     * Reads examples from stretches, and tells of what they do not say.
     *
     * @param gaps take what examples do not say
     */
    public static long read(
            Configuration hadoop,
            List<Stretch> stretches,
            int width,
            long here,
            long from,
            long to,
            Gaps gaps,
            Batches batches)
            throws IOException, DataException {
        Gathered gathered = new Gathered(width, from, gaps, batches);
        long number = here;
        for (Stretch stretch : stretches) {
            try (Rows rows = stretch.rows(hadoop)) {
                while (number < to && rows.next()) {
                    if (number >= from) {
                        gathered.add(rows, number);
                    }
                    number++;
                }
            }
        }
        gathered.pass();
        return gathered.taken - from;
    }

    /** Examples on their way into batches. */
    private static final class Gathered {
        private final int width;
        private final Batches batches;
        private final Gaps gaps;
        private final double[] values;
        private final byte[] labels = new byte[Batches.MOST];
        private int count;
        private long taken;

        Gathered(int width, long from, Gaps gaps, Batches batches) {
            this.width = width;
            this.gaps = gaps;
            this.batches = batches;
            values = new double[Math.multiplyExact(Batches.MOST, width)];
            taken = from;
        }

        void add(Rows rows, long number) throws IOException, DataException {
            labels[count] = (byte) rows.read(values, count * width, number, gaps);
            count++;
            if (count == Batches.MOST) {
                pass();
            }
        }

        void pass() throws IOException {
            if (count > 0) {
                batches.take(values, labels, count, taken);
                taken += count;
                count = 0;
            }
        }
    }
}
