package nightsweep.driver.spread;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.driver.schedule.spark.SparkSlots;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.model.SavedModel;
import nightsweep.worker.prediction.Labels;
import nightsweep.worker.prediction.Stretch;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Tables of any number of examples, gone through by all slots of a cluster in numbered parts. Parts depend on the tables alone:
 * one that is lost is gone through again, with the same examples.
 */
final class SpreadTables {
    /** Of a table, to a part. */
    static final long USUAL_PART_BYTES = 32L << 20;

    private final Configuration hadoop;
    private final List<List<Stretch>> tables = new ArrayList<>();

    /**
     * Looks at tables.
     *
     * @param files CSV files, Parquet files, or folders of these
     * @throws DataException if one cannot be read, or does not fit the model
     */
    SpreadTables(Configuration hadoop, List<String> files, long partBytes, SavedModel model, Labels labels)
            throws DataException {
        this.hadoop = hadoop;
        for (String file : files) {
            tables.add(Stretch.of(hadoop, file, partBytes, model, labels));
        }
    }

    /** What is done with a part, in a slot. */
    interface Work<T> extends Serializable {
        /**
         * Goes through a part.
         *
         * @throws DataException if it holds something else than examples of the model's: it is not tried again
         * @throws IOException on a file system's trouble: it is tried again
         */
        T of(Part part, ShippedModel model, Configuration hadoop) throws IOException, DataException;
    }

    /**
     * What came of all parts, in their order.
     *
     * @param remarks what a person should know of how columns go into the model, in sentences
     */
    record Done<T>(long examples, List<T> parts, List<String> remarks) {
        Done {
            parts = List.copyOf(parts);
            remarks = List.copyOf(remarks);
        }
    }

    /** What came of a part, or what is wrong with its examples. */
    private record Told<T>(@Nullable T result, String fault) implements Serializable {}

    /**
     * Goes through all examples.
     *
     * @param model the file's bytes
     * @param name what the work is called in Spark's own pages
     * @throws DataException if an example is none, or there is none
     * @throws ClusterException if the cluster cannot be reached, or gives up
     */
    <T> Done<T> each(byte[] model, String master, String name, Work<T> work) throws DataException, ClusterException {
        List<Stretch> stretches = tables.stream().flatMap(List::stream).toList();
        try (SparkSlots slots = SparkSlots.start(master, name, Map.of("spark.task.maxFailures", "4"))) {
            JavaSparkContext spark = slots.spark();
            Broadcast<SerializableConfiguration> reach = spark.broadcast(new SerializableConfiguration(hadoop));
            List<Told<Long>> counts = spark.parallelize(stretches, stretches.size())
                    .map(stretch -> told(() -> stretch.count(reach.value().value())))
                    .collect();
            List<Part> parts = Part.of(tables, results(counts));
            if (parts.isEmpty()) {
                throw new DataException("Cannot read " + stretches.get(0).place() + ": there is no example.");
            }
            Broadcast<ShippedModel> shipped = spark.broadcast(new ShippedModel(model));
            List<Told<T>> done = spark.parallelize(parts, parts.size())
                    .map(part -> told(
                            () -> work.of(part, shipped.value(), reach.value().value())))
                    .collect();
            return new Done<>(
                    results(counts).stream().mapToLong(Long::longValue).sum(),
                    results(done),
                    stretches.stream()
                            .flatMap(one -> one.remarks().stream())
                            .distinct()
                            .toList());
        } catch (RuntimeException e) {
            throw new ClusterException("The cluster gave up: " + e.getMessage(), e);
        }
    }

    private interface Step<T> {
        T take() throws IOException, DataException;
    }

    private static <T> Told<T> told(Step<T> step) throws IOException {
        try {
            return new Told<>(step.take(), "");
        } catch (DataException e) {
            return new Told<>(null, String.valueOf(e.getMessage()));
        }
    }

    private static <T> List<T> results(List<Told<T>> told) throws DataException {
        List<T> results = new ArrayList<>();
        for (Told<T> one : told) {
            if (one.result == null) {
                throw new DataException(one.fault);
            }
            results.add(one.result);
        }
        return results;
    }
}
