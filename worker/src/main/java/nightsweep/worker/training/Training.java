package nightsweep.worker.training;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.outcome.Evaluation;
import nightsweep.experiments.outcome.LayerMetrics;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.diagnosis.Probe;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.evaluation.Evaluator;
import nightsweep.worker.evaluation.Tested;
import nightsweep.worker.training.Minibatches.Minibatch;
import nightsweep.worker.training.checkpoint.Checkpointer;
import nightsweep.worker.training.checkpoint.Progress;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** The training of one trial, epoch by epoch, whatever engine does it. Used by one thread, but where it says otherwise. */
public final class Training {
    private static final Logger LOG = LogManager.getLogger(Training.class);

    private final TrainingSpec spec;
    private final Dataset dataset;
    private final Learner learner;
    private final Minibatches minibatches;
    private final Evaluator evaluator;
    private final Stopwatch watch;
    private final EpochListener listener;
    private final Checkpointer checkpointer;
    private final BestState best;
    private final Probe probe;
    private final Targets targets;
    private final List<EpochMetrics> epochs = new CopyOnWriteArrayList<>();
    private Optional<Evaluation> validation = Optional.empty();
    private long step;
    private double lossBefore = Double.NaN;

    /**
     * @param learner before its first step
     * @param checkpointer of the learner's state
     * @param best of the same
     */
    public Training(
            Trial trial,
            Dataset dataset,
            Learner learner,
            Stopwatch watch,
            EpochListener listener,
            Checkpointer checkpointer,
            BestState best) {
        this.spec = trial.configuration().training();
        this.dataset = dataset;
        this.learner = learner;
        this.watch = watch;
        this.listener = listener;
        this.checkpointer = checkpointer;
        this.best = best;
        this.minibatches = new Minibatches(trial, dataset);
        this.evaluator = Evaluator.of(dataset);
        this.probe = new Probe(
                trial.configuration().network(),
                dataset.train(),
                spec.batchSize(),
                trial.configuration().evaluation().histograms());
        this.targets = Targets.of(trial.configuration().network().output(), dataset.classes());
    }

    /**
     * Trains to the last epoch, or up to one before, from the last checkpoint where there is one. Before the last epoch the
     * state is kept, so that another training of the trial goes on from there.
     *
     * @param until how many epochs are to be finished; what was kept may be further
     * @return where the loss ceased to be finite; empty where it never did
     * @throws InterruptedException if the thread is interrupted; checked before each step
     */
    public Optional<Divergence> run(int until) throws InterruptedException {
        Progress begun = checkpointer.restore(dataset.labels());
        epochs.addAll(begun.epochs());
        validation = begun.validation();
        step = (long) begun.epoch() * minibatches.stepsPerEpoch() + begun.steps();
        watch.resumed(begun.epoch());
        for (int epoch = begun.epoch(); epoch < until && !best.over(epochs); epoch++) {
            listener.began(
                    epoch + 1,
                    epochs.isEmpty()
                            ? Double.NaN
                            : epochs.get(epochs.size() - 1).trainLoss());
            BatchScore trained = trainEpoch(epoch, epoch == begun.epoch() ? begun : Progress.START);
            if (!Double.isFinite(trained.lossSum())) {
                return Optional.of(new Divergence(epoch + 1, step, lossBefore));
            }
            validation = validate();
            EpochMetrics metrics = metrics(epoch, trained);
            LOG.info("{}", metrics);
            epochs.add(metrics);
            if (validation.isPresent() && !Double.isFinite(metrics.validationLoss())) {
                return Optional.of(new Divergence(epoch + 1, step, metrics.trainLoss()));
            }
            best.look(epochs);
            if (epoch + 1 == until && until < spec.epochs()) {
                checkpointer.keep(progress(0, 0, 0));
            } else {
                checkpointer.epochEnded(() -> progress(0, 0, 0));
            }
        }
        if (until == spec.epochs()) {
            best.restore();
        }
        return Optional.empty();
    }

    /** What was measured in each finished epoch. Any thread may ask. */
    public List<EpochMetrics> epochs() {
        return List.copyOf(epochs);
    }

    /** Measures the network, as it is, on the validation examples, and keeps what it gives for each; empty where there are none. */
    public Optional<Tested> validated() throws InterruptedException {
        Optional<ExampleSet> examples = dataset.validation();
        return examples.isEmpty() ? Optional.empty() : Optional.of(answers(examples.get()));
    }

    /** Measures the network, as it is, on the test examples, and keeps what it gives for each. */
    public Tested test() throws InterruptedException {
        return answers(dataset.test());
    }

    /** What the network, as it is, gives for any examples of the shape of the data set's. */
    public Tested answers(ExampleSet examples) throws InterruptedException {
        long began = watch.now();
        Tested tested = evaluator.test(learner, examples, targets);
        watch.evaluated(began);
        return tested;
    }

    /** Measures the network, as it is, on the test examples with dropout. */
    public Evaluation testWithDropout() throws InterruptedException {
        return evaluate(dataset.test(), Learner.TestMode.WITH_DROPOUT);
    }

    /** What has been learned so far. */
    public List<LayerParameters> parameters() {
        return learner.parameters();
    }

    /** Training steps taken. */
    public long steps() {
        return step;
    }

    private Progress progress(int stepsOfEpoch, double lossSum, int correct) {
        return new Progress(epochs, validation, stepsOfEpoch, lossSum, correct);
    }

    /** Figures over the examples of an epoch, of which some may have been seen; stops when the loss is not finite. */
    private BatchScore trainEpoch(int epoch, Progress begun) throws InterruptedException {
        long began = watch.now();
        long first = step - begun.steps();
        double lossSum = begun.lossSum();
        int correct = begun.correct();
        for (int i = begun.steps(); i < minibatches.stepsPerEpoch() && Double.isFinite(lossSum); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Minibatch batch = minibatches.at(step);
            lossBefore = lossSum / minibatches.seen(first, step);
            BatchScore score = learner.train(batch.examples(), batch.order(), batch.from(), batch.to(), step++, epoch);
            watch.stepped();
            lossSum += score.lossSum();
            correct += score.correct();
            if (checkpointer.dueWithinEpoch() && Double.isFinite(lossSum)) {
                checkpointer.keep(progress(i + 1, lossSum, correct));
            }
        }
        watch.trained(began);
        return new BatchScore(lossSum, correct);
    }

    private Optional<Evaluation> validate() throws InterruptedException {
        Optional<ExampleSet> examples = dataset.validation();
        return examples.isEmpty()
                ? Optional.empty()
                : Optional.of(evaluate(examples.get(), Learner.TestMode.WITHOUT_DROPOUT));
    }

    private Evaluation evaluate(ExampleSet examples, Learner.TestMode mode) throws InterruptedException {
        long began = watch.now();
        Evaluation evaluation = evaluator.evaluate(learner, examples, mode);
        watch.evaluated(began);
        return evaluation;
    }

    private EpochMetrics metrics(int epoch, BatchScore trained) {
        long seen = minibatches.seen(step - minibatches.stepsPerEpoch(), step);
        return new EpochMetrics(
                epoch + 1,
                trained.lossSum() / seen,
                targets.number() ? Double.NaN : (double) trained.correct() / seen,
                validation.map(Evaluation::loss).orElse(Double.NaN),
                validation.map(e -> e.confusion().accuracy()).orElse(Double.NaN),
                layers());
    }

    private List<LayerMetrics> layers() {
        long began = watch.now();
        List<LayerMetrics> layers = probe.look(learner);
        watch.evaluated(began);
        return layers;
    }

    /**
     * Where a loss ceased to be finite.
     *
     * @param epoch from 1
     * @param step from 1, over the whole training
     * @param lossBefore the mean loss of the epoch's examples before that step; NaN where there were none
     */
    public record Divergence(int epoch, long step, double lossBefore) {}
}
