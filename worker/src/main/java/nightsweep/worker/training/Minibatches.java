package nightsweep.worker.training;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.sweep.RandomStream;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.Distortion;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.image.Augmented;

/**
 * What the steps of a training see: pass after pass over the examples, each in an order and a form of its own. Epochs count
 * steps, and where they do not end with a pass the next one goes on in it. Any step can be had without those before it.
 */
public final class Minibatches {
    private final TrainingSpec spec;
    private final ExampleSet examples;
    private final List<Integer> shape;
    private final ExampleOrder order;
    private final long augmentation;
    private final int stepsPerPass;
    private Pass pass;

    /** @throws IllegalArgumentException where the examples make no minibatch */
    public Minibatches(Trial trial, Dataset dataset) {
        spec = trial.configuration().training();
        examples = dataset.train();
        shape = dataset.shape();
        order = new ExampleOrder(spec.order(), examples.size(), trial.seed(RandomStream.ORDER));
        augmentation = trial.seed(RandomStream.AUGMENTATION);
        stepsPerPass = spec.stepsPerPass(examples.size());
        if (stepsPerPass == 0) {
            throw new IllegalArgumentException("An epoch of " + examples.size() + " examples has no full batch of "
                    + spec.batchSize() + ", and last batches are dropped.");
        }
        pass = pass(0);
    }

    /** Every example as one pass shows it, in its order. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Pass(int number, ExampleSet examples, int[] order) {}

    /** The examples {@code order[from..to)}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Minibatch(ExampleSet examples, int[] order, int from, int to) {}

    public int stepsPerEpoch() {
        return spec.stepsPerEpoch(examples.size());
    }

    /**
     * What a step sees.
     *
     * @param step from 0, over the whole training
     */
    public Minibatch at(long step) {
        int number = Math.toIntExact(step / stepsPerPass);
        if (number != pass.number) {
            pass = pass(number);
        }
        int from = (int) (step % stepsPerPass) * spec.batchSize();
        return new Minibatch(pass.examples, pass.order, from, Math.min(examples.size(), from + spec.batchSize()));
    }

    /**
     * How many examples some steps see.
     *
     * @param from the first step, from 0
     * @param to past the last
     */
    long seen(long from, long to) {
        return before(to) - before(from);
    }

    private long before(long step) {
        long whole = Math.min(examples.size(), (long) stepsPerPass * spec.batchSize());
        return step / stepsPerPass * whole + Math.min(whole, step % stepsPerPass * spec.batchSize());
    }

    private Pass pass(int number) {
        Optional<Distortion> distortion = Augmented.of(spec.augmentation(), shape, augmentation, number);
        return new Pass(number, distortion.map(examples::through).orElse(examples), order.of(number));
    }
}
