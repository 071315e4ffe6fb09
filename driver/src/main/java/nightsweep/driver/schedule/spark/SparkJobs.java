package nightsweep.driver.schedule.spark;

import java.io.NotSerializableException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nightsweep.driver.schedule.Assignment;
import nightsweep.driver.schedule.Batch;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.driver.schedule.Ending;
import nightsweep.driver.schedule.Jobs;
import nightsweep.driver.schedule.Place;
import nightsweep.driver.schedule.TrialReport;
import nightsweep.driver.schedule.Turn;
import nightsweep.driver.schedule.proof.OutcomeCheck;
import nightsweep.driver.schedule.proof.Proofs;
import nightsweep.driver.schedule.proof.Sighting;
import nightsweep.driver.schedule.task.TaskWord;
import nightsweep.driver.schedule.task.TrialTask;
import nightsweep.experiments.outcome.AttemptHistory;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkException;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.BlockManagerId;
import org.apache.spark.util.CallSite;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.concurrent.ExecutionContext;
import scala.concurrent.ExecutionContext$;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/** Turns as tasks of Spark jobs. Spark's own threads tell of their ends; none is held for any of them. */
final class SparkJobs implements Jobs {
    private static final String CAUSE = "most recent failure: ";
    private static final String TAGS = "spark.job.tags";

    private static final CallSite CALL_SITE = new CallSite("trial", "");

    /** Spark's word is not that of the job itself, and comes by another thread. */
    private static final Duration WORD_OF_PLACE = Duration.ofSeconds(5);

    private final SparkContext spark;
    private final TrialRdd trials;
    private final Function<Turn, Assignment> words;
    private final LostTasks lost;
    private final SlotCount slots;
    private final OutcomeCheck check;
    private final Optional<Proofs> proofs;
    private final Optional<String> tag;
    private final Consumer<String> told;
    private final BlockingQueue<Came> ended = new LinkedBlockingQueue<>();
    private final ExecutionContext here = ExecutionContext$.MODULE$.fromExecutor(Runnable::run);

    /**
     * @param words what the task of a turn is told
     * @param check of the outcomes of trials that reported their end
     * @param proofs that executors share the run directory; empty where there is but this process
     * @param told hears, in sentences, of what goes wrong with executors
     */
    SparkJobs(
            SparkContext spark,
            Broadcast<TrialTask> task,
            Function<Turn, Assignment> words,
            LostTasks lost,
            SlotCount slots,
            OutcomeCheck check,
            Optional<Proofs> proofs,
            Optional<String> tag,
            Consumer<String> told) {
        this.spark = spark;
        this.trials = new TrialRdd(spark, task);
        this.words = words;
        this.lost = lost;
        this.slots = slots;
        this.check = check;
        this.proofs = proofs;
        this.tag = tag;
        this.told = told;
    }

    @Override
    public void submit(List<Turn> turns) {
        Batch batch = new Batch(
                turns, (turn, where, why, blame) -> ended.add(new Ended(new Ending.Lost(turn, where, why, blame))));
        try {
            if (spark.isStopped()) {
                throw new IllegalStateException("Spark has been stopped.");
            }
            Properties properties = properties(turns);
            lost.expect(batch, properties);
            // What SparkContext.submitJob does, but for closures taken apart and call sites looked up for each job.
            spark.dagScheduler()
                    .submitJob(rdd(turns), new Only(), partitions(turns.size()), CALL_SITE, new Come(batch), properties)
                    .completionFuture()
                    .onComplete(new Over(batch), here);
        } catch (RuntimeException e) {
            batch.end();
            gaveUp(batch, e);
        }
    }

    private TrialRdd rdd(List<Turn> turns) {
        List<Assignment> assignments = turns.stream().map(words).toList();
        AttemptHistory history = turns.get(0).history();
        return trials.of(assignments, history.attempts().isEmpty() ? List.of() : preferred(history));
    }

    private static Seq<Object> partitions(int count) {
        return seq(IntStream.range(0, count).mapToObj(index -> (Object) index).toList());
    }

    /** Those of Spark's own, and what Spark's pages tell of a job. */
    private Properties properties(List<Turn> turns) {
        Turn first = turns.get(0);
        Properties properties = new Properties();
        properties.putAll(spark.getLocalProperties());
        properties.setProperty("spark.jobGroup.id", first.group());
        properties.setProperty(
                "spark.job.description",
                "#" + first.trial().number() + " " + first.group() + " "
                        + first.trial().configuration().label() + ", "
                        + first.trial().turn()
                        + (turns.size() == 1 ? "" : ", and " + (turns.size() - 1) + " more that end as quickly"));
        properties.setProperty("spark.job.interruptOnCancel", "true");
        tag.ifPresent(one -> properties.setProperty(TAGS, one));
        return properties;
    }

    @Override
    public Optional<Ending> await(Duration most) throws InterruptedException, ClusterException {
        Came came = ended.poll(most.toNanos(), TimeUnit.NANOSECONDS);
        if (came == null) {
            return Optional.empty();
        }
        if (came instanceof Ended word) {
            return Optional.of(word.ending());
        }
        if (came instanceof Unproved back && proofs.isPresent()) {
            proofs.get().hear(back.sighting(), executors().size(), nanoTime());
            submit(List.of(back.turn()));
            return Optional.empty();
        }
        if (came instanceof Missing missing) {
            String why = "executor " + missing.where().executor() + " on host "
                    + missing.where().host() + " reported its end, but its outcome is not in the run directory";
            told.accept("Trial " + missing.turn().trial().id() + ": " + why + ". It is tried again elsewhere.");
            return Optional.of(new Ending.Lost(missing.turn(), missing.where(), why, Turn.Blame.COUNTED));
        }
        if (came instanceof GaveUp gaveUp) {
            return gaveUp(gaveUp);
        }
        throw new AssertionError(came);
    }

    /** Spark's word of where a task was comes by another thread, and tells more. */
    private Optional<Ending> gaveUp(GaveUp came) throws InterruptedException, ClusterException {
        Throwable failure = came.failure();
        boolean foreseen = failure instanceof RuntimeException || failure instanceof SparkException;
        if (!foreseen || String.valueOf(failure.getMessage()).contains(NotSerializableException.class.getName())) {
            throw new IllegalStateException("A job ended in an unforeseen way.", failure);
        }
        Batch batch = came.batch();
        batch.await(came.index(), gone() ? Duration.ZERO : WORD_OF_PLACE);
        if (!batch.tell(came.index())) {
            return await(Duration.ZERO);
        }
        Place nowhere = new Place("", "", System.currentTimeMillis());
        return Optional.of(new Ending.Lost(
                batch.turns().get(came.index()),
                nowhere,
                why(failure),
                batch.turns().size() == 1 ? Turn.Blame.COUNTED : Turn.Blame.NONE));
    }

    private void gaveUp(Batch batch, Throwable failure) {
        for (int index = 0; index < batch.turns().size(); index++) {
            ended.add(new GaveUp(batch, index, failure));
        }
    }

    @Override
    public int slots() {
        return slots.now();
    }

    @Override
    public int room() {
        return slots.room();
    }

    @Override
    public void cancelAll() {
        if (!spark.isStopped()) {
            tag.ifPresentOrElse(spark::cancelJobsWithTag, spark::cancelAllJobs);
        }
    }

    @Override
    public boolean gone() {
        return spark.isStopped();
    }

    @Override
    public String request() {
        return slots.request();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    /** Where a trial with this history has not been lost yet; empty where there is no such executor. */
    private List<String> preferred(AttemptHistory history) {
        return Place.without(history, executors()).stream()
                .map(Place::preference)
                .toList();
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

    private Place place(TrialReport report) {
        return executors().stream()
                .filter(place -> place.executor().equals(report.executor()))
                .findFirst()
                .orElse(new Place("", report.executor(), System.currentTimeMillis()));
    }

    private static <T> Seq<T> seq(List<T> list) {
        return JavaConverters.asScalaBufferConverter(list).asScala();
    }

    /** Of Spark's long-winded message the line that says it. */
    private static String why(Throwable e) {
        String message = String.valueOf(e.getMessage() == null ? e : e.getMessage());
        int cause = message.indexOf(CAUSE);
        String told = cause < 0 ? message : message.substring(cause + CAUSE.length());
        return told.lines().findFirst().orElse("").strip();
    }

    /** What Spark said of a turn. */
    private sealed interface Came {}

    /** How it ended. */
    private record Ended(Ending ending) implements Came {}

    /** It came back unbegun, from a process that must show first that it shares the run directory. */
    private record Unproved(Turn turn, Sighting sighting) implements Came {}

    /** It reported its end, and left nothing that the driver can read. */
    private record Missing(Turn turn, Place where) implements Came {}

    /** It is not tried any more; why it did not come back is told by another thread. */
    private record GaveUp(Batch batch, int index, Throwable failure) implements Came {}

    /** Queues what a task came back with. */
    private final class Come extends AbstractFunction2<Object, TaskWord, BoxedUnit> {
        private final Batch batch;

        Come(Batch batch) {
            this.batch = batch;
        }

        @Override
        public BoxedUnit apply(Object partition, TaskWord word) {
            int index = (Integer) partition;
            if (word instanceof TaskWord.Again) {
                ended.add(new GaveUp(batch, index, new IllegalStateException("Its executor was lost.")));
            } else if (batch.tell(index)) {
                come(batch.turns().get(index), word);
            }
            return BoxedUnit.UNIT;
        }

        private void come(Turn turn, TaskWord word) {
            if (word instanceof TaskWord.Unproved unproved) {
                ended.add(new Unproved(turn, unproved.sighting()));
            } else if (word instanceof TaskWord.Ended end) {
                TrialReport report = end.report();
                Came reported = new Ended(new Ending.Reported(turn, report));
                if (report.problem().isEmpty()) {
                    check.look(
                            turn.trial().id(),
                            () -> ended.add(reported),
                            () -> ended.add(new Missing(turn, place(report))));
                } else {
                    ended.add(reported);
                }
            } else {
                throw new AssertionError(word);
            }
        }
    }

    /** Queues that Spark has given up a job. */
    private final class Over extends AbstractFunction1<Try<BoxedUnit>, Object> {
        private final Batch batch;

        Over(Batch batch) {
            this.batch = batch;
        }

        @Override
        public Object apply(Try<BoxedUnit> result) {
            if (result.isFailure()) {
                gaveUp(batch, result.failed().get());
            }
            return BoxedUnit.UNIT;
        }
    }

    /** Runs in the executor. */
    private static final class Only extends AbstractFunction2<TaskContext, Iterator<TaskWord>, TaskWord>
            implements Serializable {
        @Override
        public TaskWord apply(TaskContext context, Iterator<TaskWord> reports) {
            return reports.next();
        }
    }
}
