package nightsweep.driver.spread;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.driver.schedule.SparkSlots;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.model.ModelException;
import nightsweep.worker.model.ModelFile;
import nightsweep.worker.model.SavedModel;
import nightsweep.worker.prediction.Answers;
import nightsweep.worker.prediction.Stretch;
import nightsweep.worker.store.Durability;
import nightsweep.worker.store.WholeFiles;
import nightsweep.worker.training.choice.Engines;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of files of any number of examples, by all slots of a cluster, in numbered parts that follow each other as the
 * examples do. Parts depend on the files alone: one that is lost is made again, the same, whole or not at all.
 */
public final class SpreadPredictions {
    /** Of a file, to a part. */
    static final long USUAL_PART_BYTES = 32L << 20;

    private final Configuration hadoop;
    private final long partBytes;

    public SpreadPredictions(Configuration hadoop) {
        this(hadoop, USUAL_PART_BYTES);
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

    /** The examples {@code [from, to)} of a stretch's file, and what is before them in files before it. */
    private record Part(Stretch stretch, long here, long from, long to) implements Serializable {}

    /**
     * Answers every example of {@code files}, in {@code to/part-00000.csv} and so on.
     *
     * @param model the file's bytes
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
        ModelCard card = new ShippedModel(model).model().trained().card();
        List<Stretch> stretches = new ArrayList<>();
        for (String file : files) {
            stretches.addAll(Stretch.of(hadoop, file, partBytes, card));
        }
        try (SparkSlots slots = SparkSlots.start(master, "nightsweep predict", Map.of("spark.task.maxFailures", "4"))) {
            JavaSparkContext spark = slots.spark();
            Broadcast<SerializableConfiguration> reach = spark.broadcast(new SerializableConfiguration(hadoop));
            List<Long> counts = spark.parallelize(stretches, stretches.size())
                    .map(stretch -> stretch.count(reach.value().value()))
                    .collect();
            List<Part> parts = parts(stretches, counts);
            if (parts.isEmpty()) {
                throw new DataException("Cannot read " + files.get(0) + ": there is no example.");
            }
            Broadcast<ShippedModel> shipped = spark.broadcast(new ShippedModel(model));
            List<String> faults = spark.parallelize(numbers(parts.size()), parts.size())
                    .map(number -> write(parts.get(number), number, to, shipped.value(), reach.value()))
                    .filter(fault -> !fault.isEmpty())
                    .collect();
            if (!faults.isEmpty()) {
                throw new DataException(faults.get(0));
            }
            new WholeFiles(new Path(to), hadoop).write(new Path(to, "_SUCCESS"), "", Durability.ON_DISK);
            return new Done(
                    counts.stream().mapToLong(Long::longValue).sum(),
                    parts.size(),
                    stretches.stream()
                            .flatMap(one -> one.remarks().stream())
                            .distinct()
                            .toList());
        } catch (RuntimeException e) {
            throw new ClusterException("The cluster gave up: " + e.getMessage(), e);
        }
    }

    /** Whole batches, so that every example is in the batch that it would be in without parts. */
    private static List<Part> parts(List<Stretch> stretches, List<Long> counts) {
        List<Part> parts = new ArrayList<>();
        long here = 0;
        for (int i = 0; i < stretches.size(); i++) {
            boolean first = i == 0
                    || !stretches.get(i).place().equals(stretches.get(i - 1).place());
            boolean last = i == stretches.size() - 1
                    || !stretches.get(i).place().equals(stretches.get(i + 1).place());
            here = first ? 0 : here;
            long next = here + counts.get(i);
            long from = batches(here);
            long to = last ? next : batches(next);
            if (from < to) {
                parts.add(new Part(stretches.get(i), here, from, to));
            }
            here = next;
        }
        return parts;
    }

    private static long batches(long examples) {
        return (examples + Answers.BATCH - 1) / Answers.BATCH * Answers.BATCH;
    }

    private static List<Integer> numbers(int count) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    /** Returns what is wrong with the examples, or nothing; a file system's trouble is thrown, and the part tried again. */
    private static String write(Part part, int number, String to, ShippedModel shipped, SerializableConfiguration reach)
            throws IOException {
        Path path = new Path(to, String.format(Locale.ROOT, "part-%05d.csv", number));
        try (Answers answers = new Answers(shipped.model(), Engines.standard())) {
            new WholeFiles(path, reach.value())
                    .write(
                            path,
                            out -> {
                                out.append(Answers.heading(shipped.model()));
                                try {
                                    part.stretch.answer(reach.value(), answers, part.here, part.from, part.to, out);
                                } catch (DataException e) {
                                    throw new BadExamples(e);
                                }
                            },
                            Durability.ON_DISK);
            return "";
        } catch (BadExamples e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static final class BadExamples extends IOException {
        BadExamples(DataException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** A model as it travels: its file, read once in each process. */
    private static final class ShippedModel implements Serializable {
        private final byte[] file;
        private transient @Nullable SavedModel model;

        ShippedModel(byte[] file) {
            this.file = file;
        }

        synchronized SavedModel model() {
            if (model == null) {
                try {
                    model = ModelFile.read(file, "the model");
                } catch (ModelException e) {
                    throw new IllegalStateException("The driver has read the same file.", e);
                }
            }
            return model;
        }
    }
}
