package nightsweep.driver.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.Partition;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.ParallelCollectionPartition;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * One trial for Spark: a partition whose only element is the trial's report. One is made for each turn, so it spares what
 * Spark's own collections look up, clean and note for each of theirs.
 */
final class TrialRdd extends RDD<TaskWord> {
    private static final ClassTag<Assignment> ASSIGNMENT = ClassTag$.MODULE$.apply(Assignment.class);

    private final Broadcast<TrialTask> task;
    private final transient Assignment assignment;
    private final transient List<String> preferred;

    /**
     * Makes one.
     *
     * @param task shipped once, for Spark ships each of these
     * @param preferred executors, as Spark names them; empty where any will do
     */
    TrialRdd(SparkContext spark, Broadcast<TrialTask> task, Assignment assignment, List<String> preferred) {
        super(spark, seq(List.of()), ClassTag$.MODULE$.apply(TaskWord.class));
        this.task = task;
        this.assignment = assignment;
        this.preferred = preferred;
    }

    @Override
    public Partition[] getPartitions() {
        return new Partition[] {new ParallelCollectionPartition<>(id(), 0, seq(List.of(assignment)), ASSIGNMENT)};
    }

    @Override
    public Seq<String> getPreferredLocations(Partition partition) {
        return seq(preferred);
    }

    @Override
    public Iterator<TaskWord> compute(Partition partition, TaskContext context) {
        Object assigned =
                ((ParallelCollectionPartition<?>) partition).iterator().next();
        try {
            return JavaConverters.asScalaIteratorConverter(
                            List.of(task.value().call((Assignment) assigned)).iterator())
                    .asScala();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The trial was stopped.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static <T> Seq<T> seq(List<T> list) {
        return JavaConverters.asScalaBufferConverter(list).asScala();
    }
}
