package nightsweep.driver.schedule;

import java.io.NotSerializableException;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.StreamSupport;
import nightsweep.experiments.sweep.Trial;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.BlockManagerId;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** A trial as a Spark job of one task. */
final class TrialJob {
    private static final String CAUSE = "most recent failure: ";

    private final JavaSparkContext spark;
    private final TrialTask task;
    private final ToIntFunction<Trial> dataset;

    TrialJob(JavaSparkContext spark, TrialTask task, ToIntFunction<Trial> dataset) {
        this.spark = spark;
        this.task = task;
        this.dataset = dataset;
    }

    /** Runs it and waits for its end. */
    Ending run(Turn turn) {
        Trial trial = turn.trial();
        spark.setJobGroup(
                turn.group(),
                "#" + trial.number() + " " + turn.group() + " "
                        + trial.configuration().label() + ", repeat " + trial.repeat(),
                true);
        try {
            return new Ending.Reported(turn, assigned(turn).map(task).collect().get(0));
        } catch (RuntimeException e) {
            return new Ending.Lost(turn, why(e));
        } catch (Exception e) {
            // Spark's Scala methods throw checked exceptions that they do not declare.
            if (e instanceof SparkException && !(e.getCause() instanceof NotSerializableException)) {
                return new Ending.Lost(turn, why(e));
            }
            throw new IllegalStateException("A job ended in an unforeseen way.", e);
        }
    }

    /** On an executor that the trial has not been lost with, where there is one. */
    private JavaRDD<Assignment> assigned(Turn turn) {
        Trial trial = turn.trial();
        Assignment assignment = new Assignment(trial.number(), dataset.applyAsInt(trial), turn.history());
        List<String> preferred = turn.history().attempts().isEmpty()
                ? List.of()
                : Place.without(turn.history(), executors()).stream()
                        .map(Place::preference)
                        .toList();
        if (preferred.isEmpty()) {
            return spark.parallelize(List.of(assignment), 1);
        }
        ClassTag<Assignment> tag = ClassTag$.MODULE$.apply(Assignment.class);
        Seq<Tuple2<Assignment, Seq<String>>> located = seq(List.of(new Tuple2<>(assignment, seq(preferred))));
        return new JavaRDD<>(spark.sc().makeRDD(located, tag), tag);
    }

    private List<Place> executors() {
        Iterable<BlockManagerId> processes = JavaConverters.asJavaIterableConverter(
                        spark.env().blockManager().master().getMemoryStatus().keys())
                .asJava();
        return StreamSupport.stream(processes.spliterator(), false)
                .filter(process -> !process.isDriver())
                .map(process -> new Place(process.host(), process.executorId(), 0))
                .sorted(Comparator.comparing(Place::executor))
                .toList();
    }

    private static <T> Seq<T> seq(List<T> list) {
        return JavaConverters.asScalaBufferConverter(list).asScala();
    }

    /** Of Spark's long-winded message the line that says it. */
    private static String why(Exception e) {
        String message = String.valueOf(e.getMessage() == null ? e : e.getMessage());
        int cause = message.indexOf(CAUSE);
        String told = cause < 0 ? message : message.substring(cause + CAUSE.length());
        return told.lines().findFirst().orElse("").strip();
    }

    /** How a job ended. */
    sealed interface Ending {
        Turn turn();

        /** Its task ran to its end and says how. */
        record Reported(Turn turn, TrialReport report) implements Ending {}

        /** Its task never came back. */
        record Lost(Turn turn, String why) implements Ending {}
    }
}
