package nightsweep.driver.spread;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.driver.schedule.spark.SparkSlots;
import nightsweep.experiments.outcome.EpochMetrics;
import nightsweep.experiments.sweep.Refit;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.EngineChoice;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import nightsweep.worker.engine.dl4j.Replica;
import nightsweep.worker.training.Minibatches;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;

/** One training by several slots at once. */
public final class SpreadTraining {
    private static final int FLOAT_BYTES = 4;

    private final String sweepText;
    private final Refit refit;
    private final Trial trial;
    private final Dataset dataset;

    /**
     * @param sweepText the sweep that has the trial of {@code refit}
     * @param trial what is trained, at the learning rate of the sweep
     */
    public SpreadTraining(String sweepText, Refit refit, Trial trial, Dataset dataset) {
        this.sweepText = sweepText;
        this.refit = refit;
        this.trial = refit.spread(trial);
        this.dataset = dataset;
    }

    /**
     * A network that slots have trained.
     *
     * @param epochs of those that were finished
     * @param finite whether the loss stayed finite to the last
     * @param steps minibatches that were trained on
     * @param stepMillis inside the steps of the slowest slot of each round, over all rounds
     */
    public record Result(
            List<LayerParameters> parameters, List<EpochMetrics> epochs, boolean finite, long steps, long stepMillis) {
        public Result {
            parameters = List.copyOf(parameters);
            epochs = List.copyOf(epochs);
        }
    }

    /** Why a training cannot be spread, in a sentence; empty where it can. */
    public Optional<String> objection() {
        TrainingSpec training = trial.configuration().training();
        if (training.engine() == EngineChoice.DOUBLE) {
            return Optional.of("The sweep asks for double precision, in which no training can be spread.");
        }
        LearningRate rate = training.learningRate();
        if (rate.unit() == LearningRate.Unit.STEP
                && (rate.warmUp() > 0 || !(rate.schedule() instanceof LearningRate.Schedule.Constant))) {
            return Optional.of(
                    "Its learning rate changes by steps, but of those each slot takes only its share: a schedule"
                            + " by epochs can be spread.");
        }
        return new Dl4jEngine().objection(trial.configuration().network(), training);
    }

    /** What it will cost, in sentences. */
    public String cost() {
        TrainingSpec training = trial.configuration().training();
        int steps = training.stepsPerEpoch(dataset.train().size());
        long parameters = trial.configuration().network().parameters(dataset.input());
        long values = parameters * (1 + training.optimizer().name().stateValues());
        long rounds = Round.count(steps, training.epochs(), refit.slots(), refit.averagedEvery());
        return refit.slots() + " slots take turns at " + (long) steps * training.epochs() + " minibatches of "
                + training.batchSize() + ". In each of " + rounds + " rounds a slot takes " + refit.averagedEvery()
                + " steps, then " + bytes(FLOAT_BYTES * values) + " go from each slot to the driver and back ("
                + parameters + " parameters, with what "
                + training.optimizer().name().label() + " remembers of them).";
    }

    private static String bytes(long count) {
        return count < 1_000_000 ? (count + 999) / 1_000 + " kB" : (count + 500_000) / 1_000_000 + " MB";
    }

    /**
     * Trains to the last epoch.
     *
     * @param heard told of each epoch that ends, from 1, and the mean loss of its examples
     * @throws ClusterException if the cluster cannot be reached, or gives up
     */
    public Result train(String master, BiConsumer<Integer, Double> heard) throws ClusterException {
        TrainingSpec training = trial.configuration().training();
        List<EpochMetrics> epochs = new ArrayList<>();
        long millis = 0;
        try (SparkSlots slots = SparkSlots.start(master, "nightsweep refit", settings());
                Replica replica = new Replica(trial, dataset)) {
            Broadcast<SharedTraining> shared = slots.spark().broadcast(new SharedTraining(sweepText, refit, dataset));
            OrderedAveraging averaging =
                    new OrderedAveraging(shared, refit.slots(), training.batchSize(), refit.averagedEvery());
            SparkDl4jMultiLayer network = new SparkDl4jMultiLayer(slots.spark(), replica.network(), averaging);
            int stepsPerEpoch = new Minibatches(trial, dataset).stepsPerEpoch();
            int iteration = 0;
            for (int epoch = 0; epoch < training.epochs(); epoch++) {
                double lossSum = 0;
                long correct = 0;
                long examples = 0;
                for (long first = (long) epoch * stepsPerEpoch; first < (epoch + 1L) * stepsPerEpoch; ) {
                    Round round = Round.at(first, stepsPerEpoch, refit.slots(), refit.averagedEvery(), iteration);
                    long slowest = 0;
                    for (SlotResult one : averaging.carryOut(round, network)) {
                        lossSum += one.getScore();
                        correct += one.correct();
                        examples += one.examples();
                        slowest = Math.max(slowest, one.millis());
                    }
                    millis += slowest;
                    if (!Double.isFinite(lossSum)) {
                        return new Result(replica.parameters(), epochs, false, first + round.minibatches(), millis);
                    }
                    iteration += round.steps(0);
                    first += round.minibatches();
                }
                heard.accept(epoch + 1, lossSum / examples);
                epochs.add(new EpochMetrics(
                        epoch + 1, lossSum / examples, (double) correct / examples, Double.NaN, Double.NaN));
            }
            return new Result(replica.parameters(), epochs, true, (long) stepsPerEpoch * training.epochs(), millis);
        } catch (RuntimeException e) {
            throw new ClusterException("The cluster gave up: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
        settings.put("spark.kryo.registrator", ArrayRegistrator.class.getName());
        // Parameters of all slots come back at once.
        settings.put("spark.kryoserializer.buffer.max", "1g");
        settings.put("spark.driver.maxResultSize", "0");
        // A round is lost with a slot's process: it takes the same steps again from the same parameters.
        settings.put("spark.task.maxFailures", "4");
        return settings;
    }
}
