package nightsweep.worker.engine.fused;

import java.util.List;
import java.util.stream.Stream;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Window;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.Tensor;

/** Trains small networks of every kind, or each so-manieth of them, and prints a line for each that tells all of its bits. */
final class Bits {
    private static final int STEPS = 12;

    private final int each;
    private int trials;

    private Bits(int each) {
        this.each = each;
    }

    public static void main(String[] arguments) {
        new Bits(Integer.parseInt(arguments[0])).printAll();
    }

    private void printAll() {
        for (OptimizerName optimizer : OptimizerName.values()) {
            print(optimizer.label(), Trials.dropping(), Trials.training(optimizer), 4);
            print(optimizer.label() + " penalised and clipped", Trials.dropping(), heldBack(optimizer), 4);
        }
        for (Window.Padding padding : Window.Padding.values()) {
            for (LayerSpec.Pooling.Kind kind : LayerSpec.Pooling.Kind.values()) {
                print(padding + " " + kind, Trials.images(padding, kind), Trials.training(OptimizerName.ADAM), 4);
            }
        }
        for (OptimizerName optimizer : List.of(OptimizerName.SGD, OptimizerName.ADAM)) {
            print("rows normalized, " + optimizer.label(), Trials.normalized(), Trials.training(optimizer), 4);
            print("images normalized, " + optimizer.label(), Trials.normalizedImages(), heldBack(optimizer), 4);
        }
        for (ActivationName activation : ActivationName.values()) {
            if (activation != ActivationName.SOFTMAX) {
                NetworkSpec network = new NetworkSpec(List.of(
                        Trials.dense(70, activation, 0.2),
                        Trials.output(40, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)));
                print(activation.label(), network, Trials.training(OptimizerName.SGD), 40);
            }
        }
        for (LossName loss : LossName.values()) {
            if (loss != LossName.F_MEASURE && loss != LossName.MULTI_LABEL) {
                NetworkSpec network = new NetworkSpec(List.of(
                        Trials.dense(33, ActivationName.TANH, 0), Trials.output(4, ActivationName.SIGMOID, loss)));
                print(loss.label(), network, Trials.training(OptimizerName.RMSPROP), 4);
            }
        }
    }

    private static TrainingSpec heldBack(OptimizerName optimizer) {
        Penalty penalty = new Penalty(0.001, 0.002, 0.003, Penalty.Reach.ALL);
        Clipping clipping = new Clipping(Clipping.Kind.GLOBAL_NORM, 0.5);
        return Trials.training(optimizer.defaults(), optimizer.usualLearningRate(), penalty, clipping);
    }

    private void print(String name, NetworkSpec network, TrainingSpec training, int classes) {
        if (trials++ % each != 0) {
            return;
        }
        ExampleSet examples = Trials.examples(classes);
        int[] order = Trials.order();
        long bits = 17;
        double loss = 0;
        try (Learner learner = FusedEngine.best().learner(Trials.of(network, training), Trials.dataset(examples))) {
            for (int step = 0; step < STEPS; step++) {
                int from = step * Trials.BATCH;
                int to = step == STEPS - 1 ? from + 3 : from + Trials.BATCH;
                loss += learner.train(examples, order, from, to, step, 0).lossSum();
            }
            int[] predictions = new int[order.length];
            loss += learner.test(examples, order, 0, order.length, predictions, Learner.TestMode.WITH_DROPOUT)
                    .lossSum();
            for (LayerParameters layer : learner.parameters()) {
                for (Tensor tensor : layer.tensors()) {
                    bits = digest(bits, tensor.values());
                }
            }
        }
        System.out.printf("%s %016x %016x%n", name, bits, Double.doubleToLongBits(loss));
    }

    private static long digest(long before, float[] numbers) {
        long bits = before;
        for (float number : numbers) {
            bits = bits * 0x5851f42d4c957f2dL + Float.floatToIntBits(number) + 1;
        }
        return bits;
    }

    /** How to start this class in a process of its own. */
    static List<String> command(List<String> options, int each) {
        return Stream.of(
                        Stream.of(System.getProperty("java.home") + "/bin/java"),
                        options.stream(),
                        Stream.of(
                                "-cp",
                                System.getProperty("java.class.path"),
                                Bits.class.getName(),
                                Integer.toString(each)))
                .flatMap(part -> part)
                .toList();
    }
}
