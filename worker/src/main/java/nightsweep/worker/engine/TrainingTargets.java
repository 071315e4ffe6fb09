package nightsweep.worker.engine;

import java.util.Arrays;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.Aim;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;

/**
 * What a training minimises: what its output layer is trained towards, and how many times the loss of an example counts, by
 * its class. A minibatch's gradient is that of the sum of its weighted losses over the number of its examples, as Keras's
 * {@code class_weight} has it.
 *
 * @param weights of each class; none where every example counts once
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TrainingTargets(Targets targets, double[] weights) {

    /** Those of a trial, its weights from how many examples each class has to train on. */
    public static TrainingTargets of(Trial trial, Dataset dataset) {
        Aim aim = trial.configuration().training().aim();
        Targets targets = Targets.ofTraining(trial, dataset.classes());
        return aim.weighted()
                ? new TrainingTargets(targets, aim.weights().of(dataset.labels(), counts(dataset)))
                : plain(targets);
    }

    /** Those of tests: every example counts once. */
    public static TrainingTargets plain(Targets targets) {
        return new TrainingTargets(targets, new double[0]);
    }

    private static int[] counts(Dataset dataset) {
        ExampleSet examples = dataset.train();
        int[] counts = new int[dataset.classes()];
        for (int example = 0; example < examples.size(); example++) {
            counts[examples.label(example)]++;
        }
        return counts;
    }

    /** How many times the loss of an example of class {@code label} counts; that of a number once. */
    public double weight(int label) {
        return weights.length == 0 ? 1 : weights[label];
    }

    /** Whether every class counts once. */
    public boolean even() {
        return Arrays.stream(weights).allMatch(weight -> weight == 1);
    }
}
