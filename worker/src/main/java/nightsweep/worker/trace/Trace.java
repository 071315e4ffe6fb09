package nightsweep.worker.trace;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.doubles.DoubleEngine;
import nightsweep.worker.engine.doubles.DoubleLearner;
import nightsweep.worker.training.Minibatches;

/**
 * A trial trained in double precision, whatever its sweep says of precision, with every number of each step told: the same
 * steps on the same examples as when it is run.
 *
 * @param outputs of so many training examples, the first ones, the network's outputs are told after each step
 */
public record Trace(Trial trial, Dataset dataset, int outputs) {

    /** Why there can be none of it, in a sentence; empty where there can. */
    public Optional<String> objection() {
        return new DoubleEngine()
                .objection(
                        trial.configuration().network(), trial.configuration().training());
    }

    /** Training steps in all. */
    public long steps() {
        TrainingSpec training = trial.configuration().training();
        return (long) training.epochs() * training.stepsPerEpoch(dataset.train().size());
    }

    /**
     * Trains on the calling thread.
     *
     * @param most steps to take
     * @param listener hears of each step as it was taken
     * @throws InterruptedException if the thread is interrupted; checked before each step
     */
    public void follow(long most, Consumer<TracedStep> listener) throws InterruptedException {
        Minibatches minibatches = new Minibatches(trial, dataset);
        try (DoubleLearner learner = new DoubleEngine().learner(trial, dataset)) {
            for (long step = 0; step < Math.min(most, steps()); step++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                int epoch = (int) (step / minibatches.stepsPerEpoch());
                Minibatches.Minibatch minibatch = minibatches.at(step);
                int[] order = minibatch.order();
                learner.train(minibatch.examples(), order, minibatch.from(), minibatch.to(), step, epoch);
                List<Integer> places = IntStream.range(minibatch.from(), minibatch.to())
                        .mapToObj(place -> order[place] + 1)
                        .toList();
                listener.accept(step(learner, step, epoch, places));
            }
        }
    }

    private TracedStep step(DoubleLearner learner, long step, int epoch, List<Integer> places) {
        double[][] after = IntStream.range(0, Math.min(outputs, dataset.train().size()))
                .mapToObj(example -> learner.outputs(dataset.train(), example))
                .toArray(double[][]::new);
        return new TracedStep(
                step + 1,
                epoch + 1,
                trial.configuration().network().layers().stream()
                        .filter(LayerSpec.Weighted.class::isInstance)
                        .map(LayerSpec.Weighted.class::cast)
                        .toList(),
                places,
                learner.lastStep().orElseThrow(),
                learner.exactParameters(),
                after);
    }
}
