package nightsweep.worker.prediction;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.file.DataPath;
import nightsweep.worker.dataset.unlabelled.UnlabelledFiles;
import nightsweep.worker.store.FirstContact;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Neighbouring examples of a table, and those that follow them: CSV, gzipped or not, or Parquet. */
public abstract sealed class Stretch implements Serializable permits TextStretch, ParquetStretch {

    /**
     * All of a table.
     *
     * @throws DataException if there is no such table, or the model does not take its columns
     */
    public static Stretch whole(Configuration hadoop, String place, ModelCard card, Labels labels)
            throws DataException {
        return of(hadoop, place, Long.MAX_VALUE, card, labels).get(0);
    }

    /**
     * A table in stretches of about {@code bytes}, in its order; one, where it is compressed CSV.
     *
     * @param place a file, or a folder of Parquet files
     * @throws DataException if there is no such table, or the model does not take its columns
     */
    public static List<Stretch> of(Configuration hadoop, String place, long bytes, ModelCard card, Labels labels)
            throws DataException {
        DataFile file = new DataFile(hadoop, place);
        try {
            FileStatus status = status(hadoop, file);
            if (status.isDirectory() || ParquetFile.is(file)) {
                return ParquetStretch.of(hadoop, place, status, bytes, card, labels);
            }
            UnlabelledFiles.Kind kind = UnlabelledFiles.Kind.of(file);
            if (kind != UnlabelledFiles.Kind.TEXT) {
                throw file.fault("it is " + told(kind)
                        + ", but rows are read of CSV and Parquet. Without --spread it is read whole");
            }
            return TextStretch.of(hadoop, place, status.getLen(), bytes, card, labels);
        } catch (IOException | IllegalArgumentException e) {
            throw new DataException("Cannot read " + place + ": " + e.getMessage(), e);
        }
    }

    private static FileStatus status(Configuration hadoop, DataFile file) throws IOException, DataException {
        try {
            Path path = DataPath.of(file.location(), hadoop);
            FirstContact.with(path, hadoop);
            return path.getFileSystem(hadoop).getFileStatus(path);
        } catch (FileNotFoundException e) {
            throw file.fault("there is no such file");
        }
    }

    private static String told(UnlabelledFiles.Kind kind) {
        return switch (kind) {
            case PICTURE -> "a picture";
            case IDX -> "an IDX file";
            case MATLAB -> "a MATLAB file";
            case TEXT -> "a text";
        };
    }

    /** Of which table. */
    public abstract String place();

    /** What a person should know of how the table's columns go into the model, in sentences. */
    public abstract List<String> remarks();

    /** How many examples begin in it. */
    public abstract long count(Configuration hadoop) throws IOException, DataException;

    /** A walk from its first example on to the end of the table, or further than a batch. */
    abstract Rows rows(Configuration hadoop) throws IOException, DataException;

    /**
     * Reads some examples, of which the first begins in it or after it.
     *
     * @param width values of an example
     * @param here the number of its own first example in the table
     * @param from the number of the first example to read, {@code here} or more
     * @param to past the last, less than a batch behind the stretch's end; {@link Long#MAX_VALUE} for all of a whole table
     * @return how many were read
     * @throws DataException if one of them is no example of the model's
     */
    public long read(Configuration hadoop, int width, long here, long from, long to, Batches batches)
            throws IOException, DataException {
        try (Rows rows = rows(hadoop)) {
            double[] values = new double[Math.multiplyExact(Batches.MOST, width)];
            byte[] labels = new byte[Batches.MOST];
            int count = 0;
            long taken = from;
            for (long number = here; number < to && rows.next(); number++) {
                if (number < from) {
                    continue;
                }
                labels[count] = (byte) rows.read(values, count * width, number);
                count++;
                if (count == Batches.MOST) {
                    batches.take(values, labels, count, taken);
                    taken += count;
                    count = 0;
                }
            }
            if (count > 0) {
                batches.take(values, labels, count, taken);
            }
            return taken + count - from;
        }
    }
}
