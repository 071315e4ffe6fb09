package nightsweep.driver.schedule.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nightsweep.driver.schedule.Assignment;
import nightsweep.driver.schedule.task.TaskWord;
import nightsweep.driver.schedule.task.TrialTask;
import org.apache.spark.Partition;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Trials for Spark: each is a partition whose only element is the trial's report. What a trial's task is told travels in its
 * partition, so that all of these travel as the same bytes, which are made once and which each process reads once. In the
 * driver each job has one of its own: when Spark gives up a job, it gives up all jobs over the same RDD.
 */
final class TrialRdd extends RDD<TaskWord> {
    private static final ClassTag<TrialRdd> OWN = ClassTag$.MODULE$.apply(TrialRdd.class);

    private final Broadcast<TrialTask> task;
    private final transient List<Assignment> assignments;
    private final transient List<String> preferred;
    private transient @Nullable Packed packed;

    /** Makes one without trials, which others are made like. */
    TrialRdd(SparkContext spark, Broadcast<TrialTask> task) {
        super(spark, seq(List.of()), ClassTag$.MODULE$.apply(TaskWord.class));
        this.task = task;
        this.assignments = List.of();
        this.preferred = List.of();
        this.packed = new Packed(
                UUID.randomUUID().toString(),
                SparkEnv.get()
                        .closureSerializer()
                        .newInstance()
                        .serialize(this, OWN)
                        .array());
    }

    private TrialRdd(SparkContext spark, TrialRdd same, List<Assignment> assignments, List<String> preferred) {
        super(spark, seq(List.of()), ClassTag$.MODULE$.apply(TaskWord.class));
        this.task = same.task;
        this.assignments = assignments;
        this.preferred = preferred;
        this.packed = same.packed;
    }

    /**
     * Another that travels as the same bytes.
     *
     * @param preferred executors, as Spark names them; empty where any will do
     */
    TrialRdd of(List<Assignment> assignments, List<String> preferred) {
        return new TrialRdd(sparkContext(), this, assignments, preferred);
    }

    @Override
    public Partition[] getPartitions() {
        Partition[] partitions = new Partition[assignments.size()];
        Arrays.setAll(partitions, index -> new Part(index, assignments.get(index)));
        return partitions;
    }

    @Override
    public Seq<String> getPreferredLocations(Partition partition) {
        return seq(preferred);
    }

    @Override
    public Iterator<TaskWord> compute(Partition partition, TaskContext context) {
        try {
            TaskWord word = task.value().call(((Part) partition).assignment);
            return JavaConverters.asScalaIteratorConverter(List.of(word).iterator())
                    .asScala();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The trial was stopped.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private Object writeReplace() {
        return packed == null ? this : packed;
    }

    private static <T> Seq<T> seq(List<T> list) {
        return JavaConverters.asScalaBufferConverter(list).asScala();
    }

    /**
     * One of these as it travels.
     *
     * @param key unlike that of any other
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Packed(String key, byte[] bytes) implements Serializable {
        private static volatile @Nullable Unpacked last;

        private Object readResolve() {
            Unpacked known = last;
            if (known == null || !known.key.equals(key)) {
                ClassLoader loader = Thread.currentThread().getContextClassLoader();
                known = new Unpacked(
                        key,
                        SparkEnv.get()
                                .closureSerializer()
                                .newInstance()
                                .deserialize(ByteBuffer.wrap(bytes), loader, OWN));
                last = known;
            }
            return known.rdd;
        }
    }

    /** The last that this process has read. */
    private record Unpacked(String key, TrialRdd rdd) {}

    /** One trial. */
    private static final class Part implements Partition {
        private final int index;
        private final Assignment assignment;

        Part(int index, Assignment assignment) {
            this.index = index;
            this.assignment = assignment;
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public int hashCode() {
            return index;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Part part && part.index == index;
        }
    }
}
