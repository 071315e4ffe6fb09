package nightsweep.worker;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.FailureReason;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.border.Border;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.engine.choice.EngineSelection;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.evaluation.NumberReport;
import nightsweep.worker.evaluation.TableFile;
import nightsweep.worker.evaluation.TestReport;
import nightsweep.worker.evaluation.Tested;
import nightsweep.worker.model.Trained;
import nightsweep.worker.provenance.Origin;
import nightsweep.worker.training.BestState;
import nightsweep.worker.training.EpochListener;
import nightsweep.worker.training.Stopwatch;
import nightsweep.worker.training.Training;
import nightsweep.worker.training.Training.Divergence;
import nightsweep.worker.training.checkpoint.Checkpointer;
import nightsweep.worker.training.checkpoint.Checkpoints;
import org.apache.logging.log4j.CloseableThreadContext;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Trains and tests one trial at a time on the calling thread. Whatever goes wrong in it comes back as an outcome; only
 * interruption, which says nothing of the trial, is thrown.
 */
public final class TrialRunner {
    private static final Logger LOG = LogManager.getLogger(TrialRunner.class);

    private final Engines engines;
    private final Origin origin;
    private final InstantSource clock;

    public TrialRunner(Engines engines, Origin origin, InstantSource clock) {
        this.engines = engines;
        this.origin = origin;
        this.clock = clock;
    }

    /**
     * Runs a trial.
     *
     * @param sweepSeed for provenance; the trial's own seed decides
     * @param listener hears of each epoch
     * @throws InterruptedException if the thread is interrupted; there is no outcome then
     */
    public TrialOutcome run(Trial trial, long sweepSeed, Dataset dataset, EpochListener listener)
            throws InterruptedException {
        return attempt(trial, sweepSeed, dataset, listener, Checkpoints.NONE).outcome();
    }

    /**
     * A try at a trial, which begins when it is asked for its outcome.
     *
     * @param sweepSeed for provenance; the trial's own seed decides
     * @param listener hears of each epoch
     * @param checkpoints where the attempt goes on from, and keeps its state
     */
    public Attempt attempt(
            Trial trial, long sweepSeed, Dataset dataset, EpochListener listener, Checkpoints checkpoints) {
        int epochs = trial.configuration().training().epochs();
        return attempt(trial, epochs, sweepSeed, dataset, listener, checkpoints);
    }

    /**
     * A try at the first epochs of a trial. Short of the last it ends as {@linkplain TrialOutcome.Stopped stopped}, and the
     * checkpoint lets another try go on as if there had been no end.
     *
     * @param epochs how many are to be finished, from 1 to as many as the trial has
     */
    public Attempt attempt(
            Trial trial, int epochs, long sweepSeed, Dataset dataset, EpochListener listener, Checkpoints checkpoints) {
        EngineSelection selection = engines.select(
                trial.configuration().network(), trial.configuration().training());
        Engine engine = selection.engine();
        Provenance provenance =
                origin.of(trial, sweepSeed, dataset.checksum(), selection.describe(), engine.linearAlgebra());
        return new Attempt(trial, epochs, dataset, engine, provenance, new Stopwatch(clock), listener, checkpoints);
    }

    /** One try at one trial. */
    public final class Attempt {
        private final Trial trial;
        private final int until;
        private final Dataset dataset;
        private final Engine engine;
        private final Provenance provenance;
        private final Stopwatch watch;
        private final EpochListener listener;
        private final Checkpoints checkpoints;
        private volatile @Nullable Training training;
        private volatile List<TableFile> files = List.of();
        private volatile @Nullable Trained trained;

        private Attempt(
                Trial trial,
                int until,
                Dataset dataset,
                Engine engine,
                Provenance provenance,
                Stopwatch watch,
                EpochListener listener,
                Checkpoints checkpoints) {
            this.trial = trial;
            this.until = until;
            this.dataset = dataset;
            this.engine = engine;
            this.provenance = provenance;
            this.watch = watch;
            this.listener = listener;
            this.checkpoints = checkpoints;
        }

        /** Of which trial. */
        public TrialId id() {
            return trial.id();
        }

        /**
         * Trains and tests, on the calling thread.
         *
         * @throws InterruptedException if the thread is interrupted; there is no outcome then
         */
        public TrialOutcome outcome() throws InterruptedException {
            try (CloseableThreadContext.Instance context =
                    CloseableThreadContext.put("trial", trial.id().text())) {
                LOG.info(
                        "Trial {}: {}, {}.",
                        trial.number(),
                        trial.configuration().label(),
                        trial.turn());
                LOG.info("Engine: {}.", provenance.engine());
                TrialOutcome outcome = unlogged();
                LOG.info("Ended: {}.", outcome.label());
                return outcome;
            }
        }

        /** Tables of the test examples, for the trial's folder, once it is completed; none before. Any thread may ask. */
        public List<TableFile> files() {
            return files;
        }

        /** The network, once the trial is completed. Any thread may ask. */
        public Optional<Trained> trained() {
            return Optional.ofNullable(trained);
        }

        /** The outcome of an attempt that was ended from outside, with the epochs so far. Any thread may ask. */
        public TrialOutcome failed(FailureReason reason, String message) {
            return failed(reason, message, "");
        }

        /** The outcome of an attempt that ended in {@code e}, with the epochs so far. Any thread may ask. */
        public TrialOutcome failed(Throwable e) {
            if (outOfMemory(e)) {
                return failed(FailureReason.OUT_OF_MEMORY, message(e), "");
            }
            LOG.error("The trial failed.", e);
            return failed(FailureReason.INTERNAL_ERROR, message(e), stackTrace(e));
        }

        private TrialOutcome unlogged() throws InterruptedException {
            NetworkSpec network = trial.configuration().network();
            Optional<String> objection =
                    engine.objection(network, trial.configuration().training());
            if (objection.isPresent()) {
                return failed(FailureReason.INVALID_CONFIGURATION, objection.get(), "");
            }
            try (Learner learner = engine.learner(trial, dataset)) {
                BestState best = new BestState(trial.configuration().training().stopping(), learner.state());
                Checkpointer checkpointer = new Checkpointer(checkpoints, arithmetic(), best.kept(), clock);
                Training running = new Training(trial, dataset, learner, watch, listener, checkpointer, best);
                training = running;
                return trained(running);
            } catch (ThreadDeath e) {
                throw e;
            } catch (RuntimeException | Error e) {
                return failed(e);
            }
        }

        /** The trial and all that decides the last bit of its figures. */
        private String arithmetic() {
            String own = String.join(
                    "; ",
                    trial.id().text(),
                    "seed " + provenance.sweepSeed(),
                    "data " + provenance.dataChecksum(),
                    "Nightsweep " + provenance.codeRevision(),
                    engine.name());
            return provenance.blas().isEmpty()
                    ? own
                    : String.join("; ", own, "DL4J " + provenance.dl4j(), provenance.blas(), provenance.jvm());
        }

        private TrialOutcome trained(Training running) throws InterruptedException {
            Optional<Divergence> divergence = running.run(until);
            if (divergence.isPresent()) {
                return diverged(divergence.get());
            }
            int planned = trial.configuration().training().epochs();
            if (until < planned) {
                return new TrialOutcome.Stopped(
                        trial.id(),
                        until,
                        planned,
                        running.epochs().subList(0, until),
                        provenance,
                        watch.timing(origin.host()));
            }
            Tested tested = running.test();
            Evaluation test = tested.evaluation();
            if (!Double.isFinite(test.loss())) {
                List<EpochMetrics> epochs = running.epochs();
                double loss = epochs.get(epochs.size() - 1).trainLoss();
                return diverged(new Divergence(epochs.size(), running.steps(), loss));
            }
            boolean both = trial.configuration().evaluation().dropout() == EvaluationSpec.Dropout.BOTH;
            Optional<Evaluation> withDropout = both ? Optional.of(running.testWithDropout()) : Optional.empty();
            Optional<TestReport> report = tested.scores().map(scores -> new TestReport(dataset, scores));
            boolean probabilities = trial.configuration().network().output().givesProbabilities();
            Optional<Evaluation> validation = running.validated().map(one -> one.withOutputs(probabilities));
            files = Stream.of(
                            report.stream().flatMap(present -> present.files().stream()),
                            tested.numbers().stream()
                                    .flatMap(numbers -> new NumberReport(dataset.test(), numbers).files().stream()),
                            border(running).stream())
                    .flatMap(Function.identity())
                    .toList();
            trained = Trained.of(trial, dataset, running.parameters());
            long parameters = trial.configuration().network().parameters(dataset.input());
            TrainingSpec training = trial.configuration().training();
            long stateValues = parameters * training.optimizer().name().stateValues();
            return new TrialOutcome.Completed(
                    trial.id(),
                    parameters,
                    training.engine().precision().bytes() * stateValues,
                    running.epochs(),
                    validation,
                    report.map(one -> test.with(one.outputs(probabilities))).orElse(test),
                    withDropout,
                    provenance,
                    watch.timing(origin.host()));
        }

        /** None where the data does not lie in a plane. */
        private List<TableFile> border(Training running) throws InterruptedException {
            Optional<Border> border = Border.of(dataset);
            if (border.isEmpty()) {
                return List.of();
            }
            Targets targets = Targets.of(trial.configuration().network().output(), dataset.classes());
            return running.answers(border.get().cells()).scores().stream()
                    .flatMap(scores -> border.get().files(scores, targets, Border.title(trial)).stream())
                    .toList();
        }

        private TrialOutcome diverged(Divergence where) {
            return new TrialOutcome.Diverged(
                    trial.id(),
                    where.epoch(),
                    where.step(),
                    where.lossBefore(),
                    epochs(),
                    provenance,
                    watch.timing(origin.host()));
        }

        private TrialOutcome failed(FailureReason reason, String message, String stackTrace) {
            return new TrialOutcome.Failed(
                    trial.id(), reason, message, stackTrace, epochs(), provenance, watch.timing(origin.host()));
        }

        private List<EpochMetrics> epochs() {
            Training begun = training;
            return begun == null ? List.of() : begun.epochs();
        }
    }

    /** Whether memory ran out, under however many wrappings. */
    private static boolean outOfMemory(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    private static String message(Throwable e) {
        return e.getMessage() == null ? e.getClass().getName() : e.getMessage();
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
