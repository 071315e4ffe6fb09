package nightsweep.driver.spread;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.model.SavedModel;
import nightsweep.worker.prediction.Answers;
import nightsweep.worker.prediction.CsvAnswers;
import nightsweep.worker.prediction.Labels;
import nightsweep.worker.prediction.ParquetAnswers;
import nightsweep.worker.storage.Durability;
import nightsweep.worker.storage.WholeFiles;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What a model says of files of any number of examples, by all slots of a cluster, in numbered parts that follow each other as the
 * examples do. Parts depend on the files alone: one that is lost is made again, the same, whole or not at all.
 */
public final class SpreadPredictions {
    private static final String PARQUET = ".parquet";

    private final Configuration hadoop;
    private final long partBytes;

    public SpreadPredictions(Configuration hadoop) {
        this(hadoop, SpreadTables.USUAL_PART_BYTES);
    }

    SpreadPredictions(Configuration hadoop, long partBytes) {
        this.hadoop = hadoop;
        this.partBytes = partBytes;
    }

    /**
     * What was answered.
     *
     * @param remarks what a person should know of how columns went into the model, in sentences
     */
    public record Done(long examples, int parts, List<String> remarks) {
        public Done {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Answers every example of {@code files}, in {@code to/part-00000.csv} and so on, or Parquet where the folder's name ends in
     * {@code .parquet}.
     *
     * @param model the file's bytes
     * @param files CSV files, Parquet files, or folders of these
     * @throws DataException if a file cannot be read, or holds something else than examples of the model's
     * @throws ClusterException if the cluster cannot be reached, or gives up
     * @throws IOException if {@code to} holds anything
     */
    public Done answer(byte[] model, List<String> files, String to, String master)
            throws DataException, ClusterException, IOException {
        FileSystem target = new Path(to).getFileSystem(hadoop);
        if (target.exists(new Path(to)) && target.listStatus(new Path(to)).length > 0) {
            throw new IOException(to + " is not empty: name a folder that is, or is not there.");
        }
        SavedModel saved = new ShippedModel(model).model();
        SpreadTables tables = new SpreadTables(hadoop, files, partBytes, saved, Labels.passedOver());
        SpreadTables.Done<Integer> done =
                tables.each(model, master, "nightsweep predict", (part, here, reach) -> write(part, to, here, reach));
        new WholeFiles(new Path(to), hadoop).write(new Path(to, "_SUCCESS"), "", Durability.ON_DISK);
        return new Done(done.examples(), done.parts().size(), done.remarks());
    }

    private static int write(Part part, String to, ShippedModel shipped, Configuration reach)
            throws IOException, DataException {
        boolean parquet = new Path(to).getName().endsWith(PARQUET);
        Path path = new Path(to, String.format(Locale.ROOT, "part-%05d%s", part.number(), parquet ? PARQUET : ".csv"));
        try (Answers answers = new Answers(shipped.model(), Engines.standard())) {
            WholeFiles files = new WholeFiles(path, reach);
            if (parquet) {
                files.write(path, Durability.ON_DISK, out -> {
                    try (ParquetAnswers table = new ParquetAnswers(shipped.model(), out, reach)) {
                        read(part, reach, answers, table);
                    }
                });
            } else {
                files.write(
                        path,
                        out -> read(part, reach, answers, CsvAnswers.begin(shipped.model(), out)),
                        Durability.ON_DISK);
            }
            return part.number();
        } catch (BadExamples e) {
            throw new DataException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void read(Part part, Configuration reach, Answers answers, Answers.Table table) throws IOException {
        try {
            part.read(reach, answers.width(), answers.into(table));
        } catch (DataException e) {
            throw new BadExamples(e);
        }
    }

    /** On its way through what writes files. */
    private static final class BadExamples extends IOException {
        BadExamples(DataException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
