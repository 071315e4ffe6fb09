package nightsweep.worker.engine.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Window;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.Aim;
import nightsweep.experiments.training.ClassWeights;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.AdaMax;
import nightsweep.experiments.training.optimizer.Adam;
import nightsweep.experiments.training.optimizer.AdamW;
import nightsweep.experiments.training.optimizer.AmsGrad;
import nightsweep.experiments.training.optimizer.Momentum;
import nightsweep.experiments.training.optimizer.Nadam;
import nightsweep.experiments.training.optimizer.Nesterov;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.experiments.training.optimizer.RateUse;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.Tensor;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same trial in both engines: parameters after a step, and losses before it, after it and after many. */
@Execution(ExecutionMode.CONCURRENT)
class EngineAgreementIT {
    private static final int STEPS = 100;
    private static final double AFTER_A_STEP = 1e-5;
    private static final double MAGNIFIED = 5e-3;
    private static final double AFTER_ALL_STEPS = 1e-3;

    private static final Set<LossName> WITHOUT_EXAMPLES = EnumSet.of(LossName.F_MEASURE, LossName.MULTI_LABEL);

    /** A network and how it is trained. */
    record Case(String name, NetworkSpec network, TrainingSpec training) {
        Case towards(Aim aim) {
            return new Case(name + " " + aim, network, training.towards(aim));
        }

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
            case CROSS_ENTROPY, NEGATIVE_LOG_LIKELIHOOD, SPARSE_CROSS_ENTROPY, KL_DIVERGENCE, POISSON, SUMMED_POISSON ->
                positive;
            case BINARY_CROSS_ENTROPY, SUMMED_BINARY_CROSS_ENTROPY ->
                activation == ActivationName.SOFTMAX || activation == ActivationName.SIGMOID;
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
                for (Penalty.Reach reach : Penalty.Reach.values()) {
                    Penalty penalty = new Penalty(0.001, 0.002, 0.003, reach);
                    TrainingSpec training = Trials.training(
                            optimizer.defaults(), optimizer.usualLearningRate(), penalty, new Clipping(kind, 0.05));
                    cases.add(new Case(optimizer + " " + kind + " " + reach, Trials.dropping(), training));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource
    void agreesOnOtherFormsOfOptimizersUnderASchedule(Case example) {
        assertAgreement(example, 4);
    }

    static Stream<Case> agreesOnOtherFormsOfOptimizersUnderASchedule() {
        LearningRate falling =
                new LearningRate(0.01, new LearningRate.Schedule.Exponential(0.97), LearningRate.Unit.STEP, 0);
        return Stream.of(
                        new Momentum(0.9, RateUse.AT_USE),
                        new Momentum(0.9, RateUse.AT_GRADIENT),
                        new Nesterov(0.9, RateUse.AT_USE),
                        new Nesterov(0.9, RateUse.AT_GRADIENT),
                        new Adam(0.9, 0.999, 1e-3, 0),
                        new Adam(0.9, 0.999, 0, 1e-3),
                        new AdamW(0.9, 0.999, 0, 1e-3, 0.1),
                        new AmsGrad(0.9, 0.999, 0, 1e-3),
                        new AdaMax(0.9, 0.999, 1e-3),
                        new Nadam(0.9, 0.999, 1e-3, 1),
                        new Nadam(0.9, 0.999, 1e-3, 1e6))
                .map(optimizer -> new Case(
                        optimizer.toString(),
                        Trials.dropping(),
                        Trials.training(optimizer, falling, Penalty.NONE, Clipping.NONE)));
    }

    @ParameterizedTest
    @MethodSource
    void agreesOnImages(Case example) {
        assertAgreement(example, 4);
    }

    /** Windows of several kinds, with dropout of images between them and of rows after them. */
    static Stream<Case> agreesOnImages() {
        List<Case> cases = new ArrayList<>();
        for (OptimizerName optimizer : OptimizerName.values()) {
            for (Window.Padding padding : Window.Padding.values()) {
                for (LayerSpec.Pooling.Kind kind : LayerSpec.Pooling.Kind.values()) {
                    cases.add(new Case(
                            optimizer + " " + padding + " " + kind,
                            Trials.images(padding, kind),
                            Trials.training(optimizer)));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource
    void agreesOnNormalization(Case example) {
        assertAgreement(example, 4);
    }

    /**
     * Of inputs, rows and images, with dropout around, penalties and clipping. Other kinds of clipping are left out: Deeplearning4j
     * clips the steps of kept means and variances too.
     */
    static Stream<Case> agreesOnNormalization() {
        List<Case> cases = new ArrayList<>();
        Map<String, NetworkSpec> networks = new LinkedHashMap<>();
        networks.put("rows", Trials.normalized());
        networks.put("images", Trials.normalizedImages());
        for (OptimizerName optimizer : EnumSet.of(OptimizerName.SGD, OptimizerName.NESTEROV, OptimizerName.ADAM)) {
            networks.forEach((name, network) -> {
                cases.add(new Case(optimizer + " " + name, network, Trials.training(optimizer)));
                TrainingSpec penalised = Trials.training(
                        optimizer.defaults(),
                        optimizer.usualLearningRate(),
                        new Penalty(0.001, 0.002, 0.003, Penalty.Reach.ALL),
                        new Clipping(Clipping.Kind.GLOBAL_NORM, 0.05));
                cases.add(new Case(optimizer + " " + name + " penalised", network, penalised));
            });
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource
    void agreesOnSpareUnits(Case example) {
        assertAgreement(example, 4);
    }

    /** Six output units for four classes. */
    static Stream<Case> agreesOnSpareUnits() {
        return Stream.of(
                        LossName.CROSS_ENTROPY,
                        LossName.MEAN_SQUARED_ERROR,
                        LossName.BINARY_CROSS_ENTROPY,
                        LossName.HINGE,
                        LossName.POISSON)
                .map(loss -> new Case(
                        loss.label(),
                        new NetworkSpec(List.of(
                                Trials.dense(17, ActivationName.TANH, 0.2),
                                Trials.output(6, loss.usualActivation(), loss))),
                        Trials.training(OptimizerName.ADAM)));
    }

    @ParameterizedTest
    @MethodSource
    void agreesOnWeightedClassesAndSmoothedLabels(Case example) {
        assertAgreement(example, example.network().output().units() == 1 ? 2 : 4);
    }

    /** Every loss of single examples with classes that weigh more and less; smoothing over four and over six units. */
    static Stream<Case> agreesOnWeightedClassesAndSmoothedLabels() {
        List<Case> cases = new ArrayList<>();
        ClassWeights uneven = new ClassWeights.Given(Map.of("0", 0.25, "1", 3.0));
        for (Case plain : agreesOnLossesOverActivations().toList()) {
            LayerSpec.Output output = plain.network().output();
            if (output.activation().name() == output.loss().usualActivation()) {
                cases.add(plain.towards(new Aim(uneven, 0)));
            }
        }
        for (int units : new int[] {4, 6}) {
            NetworkSpec network = new NetworkSpec(List.of(
                    Trials.dense(17, ActivationName.TANH, 0.2),
                    Trials.output(units, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)));
            Case plain = new Case("units " + units, network, Trials.training(OptimizerName.ADAM));
            cases.add(plain.towards(new Aim(ClassWeights.NONE, 0.1)));
            cases.add(plain.towards(new Aim(new ClassWeights.Balanced(), 0)));
            cases.add(plain.towards(new Aim(uneven, 0.3)));
        }
        cases.add(new Case(
                        "images",
                        Trials.images(Window.Padding.VALID, LayerSpec.Pooling.Kind.MAX),
                        Trials.training(OptimizerName.SGD))
                .towards(new Aim(uneven, 0.2)));
        return cases.stream();
    }

    @ParameterizedTest
    @EnumSource(Learner.TestMode.class)
    void predictsImagesAlike(Learner.TestMode mode) {
        NetworkSpec network = Trials.images(Window.Padding.SAME, LayerSpec.Pooling.Kind.MAX);
        Trial trial = Trials.of(network, Trials.training(OptimizerName.ADAM));
        ExampleSet examples = Trials.examples(4);

        int[] fused = predictions(FusedEngine.best(), trial, examples, mode);
        int[] reference = predictions(new Dl4jEngine(), trial, examples, mode);

        assertThat(fused).isEqualTo(reference);
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

        Course fused = Course.of(FusedEngine.best(), trial, examples);
        Course reference = Course.of(new Dl4jEngine(), trial, examples);

        assertClose("before the first step", fused.first(), reference.first(), AFTER_A_STEP);
        assertClose("after a step", fused.second(), reference.second(), AFTER_A_STEP);
        double magnified = magnified(trial, reference);
        assertThat(fused.parameters()).hasSameSizeAs(reference.parameters());
        for (int i = 0; i < reference.parameters().size(); i++) {
            assertClose(fused.parameters().get(i), reference.parameters().get(i), magnified, "layer " + i);
        }
        assertClose("after all steps", fused.last(), reference.last(), AFTER_ALL_STEPS);
    }

    /** A part of the longest way of a parameter in the first step, where the optimizer divides by gradients. */
    private static double magnified(Trial trial, Course course) {
        OptimizerName optimizer = trial.configuration().training().optimizer().name();
        if (optimizer == OptimizerName.SGD
                || optimizer == OptimizerName.MOMENTUM
                || optimizer == OptimizerName.NESTEROV) {
            return 0;
        }
        double longest = 0;
        for (int layer = 0; layer < course.parameters().size(); layer++) {
            float[] before = course.start().get(layer).tensors().get(0).values();
            float[] after = course.parameters().get(layer).tensors().get(0).values();
            for (int i = 0; i < after.length; i++) {
                longest = Math.max(longest, Math.abs(after[i] - before[i]));
            }
        }
        return MAGNIFIED * longest;
    }

    /**
     * All but one in a hundred agree to single precision. An optimizer that divides by a gradient's size magnifies the
     * rounding of a gradient that is about as small as its epsilon.
     */
    private static void assertClose(LayerParameters actual, LayerParameters expected, double magnified, String where) {
        assertThat(actual.tensors()).as(where).hasSameSizeAs(expected.tensors());
        for (int i = 0; i < expected.tensors().size(); i++) {
            Tensor found = actual.tensors().get(i);
            Tensor wanted = expected.tensors().get(i);
            assertThat(found.name()).as(where).isEqualTo(wanted.name());
            assertThat(found.rows()).as(where).isEqualTo(wanted.rows());
            assertClose(found.values(), wanted.values(), magnified, wanted.name() + " of " + where);
        }
    }

    private static void assertClose(float[] actual, float[] expected, double magnified, String where) {
        assertThat(actual).as(where).hasSameSizeAs(expected);
        double largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (!Double.isFinite(largest)) {
            return;
        }
        int apart = 0;
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i])
                    .as("%s, %s", where, i)
                    .isCloseTo(expected[i], within(AFTER_A_STEP * largest + magnified));
            apart += Math.abs(actual[i] - expected[i]) > AFTER_A_STEP * largest ? 1 : 0;
        }
        // Scales and shifts are so few that one in a hundred would be none.
        int few = magnified > 0 && (where.startsWith("scales") || where.startsWith("shifts")) ? 1 : 0;
        assertThat(apart).as(where).isLessThanOrEqualTo(Math.max(few, expected.length / 100));
    }

    private static void assertClose(String when, double actual, double expected, double tolerance) {
        if (Double.isFinite(expected)) {
            assertThat(actual).as(when).isCloseTo(expected, within(tolerance * (Math.abs(expected) + 1e-2)));
        } else {
            assertThat(actual).as(when).isNotFinite();
        }
    }

    /**
     * What becomes of a trial.
     *
     * @param start the parameters that it starts with
     * @param first the first minibatch's loss before its step
     * @param second the loss of all examples after it
     * @param parameters after it
     * @param last the loss of all examples after all steps
     */
    record Course(
            List<LayerParameters> start, double first, double second, List<LayerParameters> parameters, double last) {
        static Course of(Engine engine, Trial trial, ExampleSet examples) {
            try (Learner learner = engine.learner(trial, Trials.dataset(examples))) {
                List<LayerParameters> start = learner.parameters();
                double first = train(learner, examples, 0).lossSum() / Trials.BATCH;
                double second = test(learner, examples);
                List<LayerParameters> parameters = learner.parameters();
                for (int step = 1; step < STEPS; step++) {
                    train(learner, examples, step);
                }
                return new Course(start, first, second, parameters, test(learner, examples));
            }
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
