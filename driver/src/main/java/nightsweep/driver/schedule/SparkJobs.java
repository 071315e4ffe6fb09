package nightsweep.driver.schedule;

import java.io.NotSerializableException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.StreamSupport;
import nightsweep.experiments.outcome.AttemptHistory;
import nightsweep.experiments.sweep.Trial;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkException;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.BlockManagerId;
import org.apache.spark.util.CallSite;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.concurrent.ExecutionContext;
import scala.concurrent.ExecutionContext$;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/** Turns as Spark jobs of one task each. Spark's own threads tell of their ends; none is held for any of them. */
final class SparkJobs implements Jobs {
    private static final String CAUSE = "most recent failure: ";
    private static final Seq<Object> ONLY_PARTITION = seq(List.of(0));
    private static final CallSite CALL_SITE = new CallSite("trial", "");

    /** Spark's word is not that of the job itself, and comes by another thread. */
    private static final Duration WORD_OF_PLACE = Duration.ofSeconds(5);

    private final SparkContext spark;
    private final Broadcast<TrialTask> task;
    private final TrialRdd firstTurn;
    private final ToIntFunction<Trial> dataset;
    private final TaskPlaces places;
    private final SlotCount slots;
    private final OutcomeCheck check;
    private final Optional<Proofs> proofs;
    private final Consumer<String> told;
    private final BlockingQueue<Came> ended = new LinkedBlockingQueue<>();
    private final ExecutionContext here = ExecutionContext$.MODULE$.fromExecutor(Runnable::run);

    /**
     * @param check of the outcomes of trials that reported their end
     * @param proofs that executors share the run directory; empty where there is but this process
     * @param told hears, in sentences, of what goes wrong with executors
     */
    SparkJobs(
            SparkContext spark,
            Broadcast<TrialTask> task,
            ToIntFunction<Trial> dataset,
            TaskPlaces places,
            SlotCount slots,
            OutcomeCheck check,
            Optional<Proofs> proofs,
            Consumer<String> told) {
        this.spark = spark;
        this.task = task;
        this.firstTurn = new TrialRdd(spark, task, AttemptHistory.NONE, List.of());
        this.dataset = dataset;
        this.places = places;
        this.slots = slots;
        this.check = check;
        this.proofs = proofs;
        this.told = told;
    }

    @Override
    public void submit(Turn turn) {
        try {
            if (spark.isStopped()) {
                throw new IllegalStateException("Spark has been stopped.");
            }
            Keep report = new Keep();
            // What SparkContext.submitJob does, but for closures taken apart and call sites looked up for each trial.
            spark.dagScheduler()
                    .submitJob(rdd(turn), new Only(), ONLY_PARTITION, CALL_SITE, report, properties(turn))
                    .completionFuture()
                    .onComplete(new Come(turn, report), here);
        } catch (RuntimeException e) {
            ended.add(new Came(turn, null, e));
        }
    }

    private TrialRdd rdd(Turn turn) {
        return turn.history().attempts().isEmpty()
                ? firstTurn.another()
                : new TrialRdd(spark, task, turn.history(), preferred(turn));
    }

    /** Those of Spark's own, and what Spark's pages and the task are told of a turn. */
    private Properties properties(Turn turn) {
        Trial trial = turn.trial();
        Properties properties = new Properties();
        properties.putAll(spark.getLocalProperties());
        properties.setProperty("spark.jobGroup.id", turn.group());
        properties.setProperty(
                "spark.job.description",
                "#" + trial.number() + " " + turn.group() + " "
                        + trial.configuration().label() + ", repeat " + trial.repeat());
        properties.setProperty("spark.job.interruptOnCancel", "true");
        new Assignment(trial.number(), turn.traces(), dataset.applyAsInt(trial), turn.history()).into(properties);
        return properties;
    }

    @Override
    public Optional<Ending> await(Duration most) throws InterruptedException, ClusterException {
        Came came = ended.poll(most.toNanos(), TimeUnit.NANOSECONDS);
        if (came == null) {
            return Optional.empty();
        }
        if (came.word() instanceof TaskWord.Unproved unproved && proofs.isPresent()) {
            proofs.get().hear(unproved.sighting(), executors().size(), nanoTime());
            submit(came.turn());
            return Optional.empty();
        }
        return Optional.of(ending(came));
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
            spark.cancelAllJobs();
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

    private Ending ending(Came came) throws InterruptedException {
        Turn turn = came.turn();
        if (came.word() instanceof TaskWord.Ended word) {
            return new Ending.Reported(turn, word.report());
        }
        Throwable failure = Objects.requireNonNull(came.failure());
        if (failure instanceof MissingOutcome missing) {
            told.accept("Trial " + turn.trial().id() + ": " + missing.why() + ". It is tried again elsewhere.");
            return new Ending.Lost(turn, missing.where(), missing.why(), Turn.Blame.COUNTED);
        }
        boolean foreseen = failure instanceof RuntimeException || failure instanceof SparkException;
        if (!foreseen || String.valueOf(failure.getMessage()).contains(NotSerializableException.class.getName())) {
            throw new IllegalStateException("A job ended in an unforeseen way.", failure);
        }
        TaskPlaces.Loss loss = places.loss(turn.group(), gone() ? Duration.ZERO : WORD_OF_PLACE);
        return new Ending.Lost(turn, loss.where(), why(failure), loss.blame());
    }

    /** Where the trial has not been lost yet; empty where there is no such executor. */
    private List<String> preferred(Turn turn) {
        return Place.without(turn.history(), executors()).stream()
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

    /** What Spark said of a turn: the report, or the failure. */
    private record Came(
            Turn turn, @Nullable TaskWord word, @Nullable Throwable failure) {}

    /** A trial that reported its end, and left nothing that the driver can read. */
    private static final class MissingOutcome extends RuntimeException {
        private final transient Place where;

        MissingOutcome(Place where) {
            super("A trial that ended left no outcome.");
            this.where = where;
        }

        String why() {
            return "executor " + where.executor() + " on host " + where.host()
                    + " reported its end, but its outcome is not in the run directory";
        }

        Place where() {
            return where;
        }
    }

    /** Queues what Spark says of a turn. */
    private final class Come extends AbstractFunction1<Try<BoxedUnit>, Object> {
        private final Turn turn;
        private final Keep report;

        Come(Turn turn, Keep report) {
            this.turn = turn;
            this.report = report;
        }

        @Override
        public Object apply(Try<BoxedUnit> result) {
            if (result.isFailure()) {
                ended.add(new Came(turn, null, result.failed().get()));
                return BoxedUnit.UNIT;
            }
            TaskWord word = report.kept();
            if (word instanceof TaskWord.Ended end && end.report().problem().isEmpty()) {
                check.look(
                        turn.trial().id(),
                        () -> ended.add(new Came(turn, word, null)),
                        () -> ended.add(new Came(turn, null, new MissingOutcome(place(end.report())))));
            } else {
                ended.add(new Came(turn, word, null));
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

    /** Keeps the one result of a job until its end is told. */
    private static final class Keep extends AbstractFunction2<Object, TaskWord, BoxedUnit> {
        private volatile @Nullable TaskWord report;

        @Override
        public BoxedUnit apply(Object partition, TaskWord result) {
            report = result;
            return BoxedUnit.UNIT;
        }

        TaskWord kept() {
            TaskWord result = report;
            if (result == null) {
                throw new AssertionError("Spark hands over a result before it tells of the job's end.");
            }
            return result;
        }
    }
}
