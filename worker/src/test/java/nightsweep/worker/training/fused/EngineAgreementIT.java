package nightsweep.worker.training.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.OptimizerName;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.training.BatchScore;
import nightsweep.worker.training.Engine;
import nightsweep.worker.training.Learner;
import nightsweep.worker.training.dl4j.Dl4jEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same trial in both engines. What a network has become after a step is told by the losses of all examples: where
 * they agree to 1e-5, the parameters do.
 */
class EngineAgreementIT {
    private static final int STEPS = 100;
    private static final double AFTER_A_STEP = 1e-5;
    private static final double AFTER_ALL_STEPS = 1e-3;

    private static final Set<LossName> WITHOUT_EXAMPLES = EnumSet.of(LossName.F_MEASURE, LossName.MULTI_LABEL);

    /** A network and how it is trained. */
    record Case(String name, NetworkSpec network, TrainingSpec training) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource
    void agreesOnActivationsUnderOptimizers(Case example) {
        assertAgreement(example, 4);
    }

    /** Every activation with every optimizer, each with a rate that it can bear. */
    static Stream<Case> agreesOnActivationsUnderOptimizers() {
        List<Case> cases = new ArrayList<>();
        for (ActivationName activation : ActivationName.values()) {
            for (OptimizerName optimizer : OptimizerName.values()) {
                if (activation != ActivationName.SOFTMAX) {
                    NetworkSpec network = new NetworkSpec(List.of(
                            Trials.dense(20, activation, 0.2),
                            Trials.dense(11, activation, 0),
                            Trials.output(4, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)));
                    cases.add(new Case(activation + " " + optimizer, network, Trials.training(optimizer)));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource
    void agreesOnLossesOverActivations(Case example) {
        LayerSpec.Output output = example.network().output();
        assertAgreement(example, output.units() == 1 ? 2 : 4);
    }

    /** Every loss of single examples over every output activation on which both are defined. */
    static Stream<Case> agreesOnLossesOverActivations() {
        List<Case> cases = new ArrayList<>();
        OptimizerName[] optimizers = {OptimizerName.SGD, OptimizerName.ADAM, OptimizerName.NESTEROV};
        for (LossName loss : LossName.values()) {
            for (ActivationName activation : ActivationName.values()) {
                for (int units : new int[] {1, 4}) {
                    if (defined(loss, activation, units)) {
                        OptimizerName optimizer = optimizers[cases.size() % optimizers.length];
                        NetworkSpec network = new NetworkSpec(List.of(
                                Trials.dense(17, ActivationName.TANH, 0), Trials.output(units, activation, loss)));
                        TrainingSpec training =
                                Trials.training(optimizer.defaults(), 0.002, Penalty.NONE, Clipping.NONE);
                        cases.add(new Case(loss + " " + activation + " " + units, network, training));
                    }
                }
            }
        }
        return cases.stream();
    }

    private static boolean defined(LossName loss, ActivationName activation, int units) {
        if (WITHOUT_EXAMPLES.contains(loss) || (units == 1 && loss.targets() == LossName.Targets.ONE_PER_CLASS)) {
            return false;
        }
        boolean minusOne = activation.range() == ActivationName.Range.MINUS_ONE_TO_ONE;
        boolean positive = activation == ActivationName.SOFTMAX
                || activation == ActivationName.SIGMOID
                || activation == ActivationName.SOFTPLUS;
        return switch (loss) {
            // Logarithms of outputs, or divisions by them.
            case CROSS_ENTROPY, NEGATIVE_LOG_LIKELIHOOD, SPARSE_CROSS_ENTROPY, KL_DIVERGENCE, POISSON -> positive;
            case BINARY_CROSS_ENTROPY -> activation == ActivationName.SOFTMAX || activation == ActivationName.SIGMOID;
            case MEAN_SQUARED_LOGARITHMIC_ERROR -> activation.range() != ActivationName.Range.UNBOUNDED && !minusOne;
            // A target of 0 is divided by.
            case MEAN_ABSOLUTE_PERCENTAGE_ERROR -> minusOne;
            default -> true;
        };
    }

    @ParameterizedTest
    @MethodSource
    void agreesOnPenaltiesAndClipping(Case example) {
        assertAgreement(example, 4);
    }

    static Stream<Case> agreesOnPenaltiesAndClipping() {
        List<Case> cases = new ArrayList<>();
        for (OptimizerName optimizer : OptimizerName.values()) {
            for (Clipping.Kind kind : Clipping.Kind.values()) {
                Penalty penalty = new Penalty(0.001, 0.002, 0.003);
                TrainingSpec training = Trials.training(
                        optimizer.defaults(), optimizer.usualLearningRate(), penalty, new Clipping(kind, 0.05));
                cases.add(new Case(optimizer + " " + kind, Trials.dropping(), training));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @EnumSource(Learner.TestMode.class)
    void predictsAlike(Learner.TestMode mode) {
        Trial trial = Trials.of(Trials.dropping(), Trials.training(OptimizerName.ADAM));
        ExampleSet examples = Trials.examples(4);

        int[] fused = predictions(FusedEngine.best(), trial, examples, mode);
        int[] reference = predictions(new Dl4jEngine(), trial, examples, mode);

        assertThat(fused).isEqualTo(reference);
    }

    private static int[] predictions(Engine engine, Trial trial, ExampleSet examples, Learner.TestMode mode) {
        int[] predictions = new int[Trials.EXAMPLES - 7];
        try (Learner learner = engine.learner(trial, Trials.dataset(examples))) {
            for (int step = 0; step < 20; step++) {
                train(learner, examples, step);
            }
            learner.test(examples, Trials.order(), 7, Trials.EXAMPLES, predictions, mode);
        }
        return predictions;
    }

    private static void assertAgreement(Case example, int classes) {
        Trial trial = Trials.of(example.network(), example.training());
        ExampleSet examples = Trials.examples(classes);

        List<Double> fused = losses(FusedEngine.best(), trial, examples);
        List<Double> reference = losses(new Dl4jEngine(), trial, examples);

        assertClose("before the first step", fused.get(0), reference.get(0), AFTER_A_STEP);
        assertClose("after a step", fused.get(1), reference.get(1), AFTER_A_STEP);
        assertClose("after all steps", fused.get(2), reference.get(2), AFTER_ALL_STEPS);
    }

    private static void assertClose(String when, double actual, double expected, double tolerance) {
        if (Double.isFinite(expected)) {
            assertThat(actual).as(when).isCloseTo(expected, within(tolerance * (Math.abs(expected) + 1e-2)));
        } else {
            assertThat(actual).as(when).isNotFinite();
        }
    }

    /** The first minibatch's loss, that of all examples after it, and that after all steps. */
    private static List<Double> losses(Engine engine, Trial trial, ExampleSet examples) {
        try (Learner learner = engine.learner(trial, Trials.dataset(examples))) {
            double first = train(learner, examples, 0).lossSum() / Trials.BATCH;
            double second = test(learner, examples);
            for (int step = 1; step < STEPS; step++) {
                train(learner, examples, step);
            }
            return List.of(first, second, test(learner, examples));
        }
    }

    private static BatchScore train(Learner learner, ExampleSet examples, int step) {
        int from = step * Trials.BATCH % (Trials.EXAMPLES - Trials.BATCH);
        return learner.train(examples, Trials.order(), from, from + Trials.BATCH, step, 0);
    }

    private static double test(Learner learner, ExampleSet examples) {
        int[] predictions = new int[Trials.EXAMPLES];
        Learner.TestMode mode = Learner.TestMode.WITHOUT_DROPOUT;
        return learner.test(examples, Trials.order(), 0, Trials.EXAMPLES, predictions, mode)
                        .lossSum()
                / Trials.EXAMPLES;
    }
}
