package nightsweep.worker.engine.dl4j;

import static nightsweep.worker.engine.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.sweep.RandomStream;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.Adam;
import nightsweep.experiments.training.optimizer.AdamW;
import nightsweep.experiments.training.optimizer.Momentum;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.experiments.training.optimizer.RateUse;
import nightsweep.experiments.training.optimizer.Sgd;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.BatchScore;
import nightsweep.worker.engine.Fixtures;
import nightsweep.worker.engine.InitialParameters;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.Learner.TestMode;
import nightsweep.worker.engine.dl4j.update.OptimizerState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Dl4jEngineTest {
    private static final OptimizerSpec SGD = new Sgd();
    private static final ExampleSet CLOUDS = Fixtures.clouds(12, 5, 3, 1);

    private static Learner learner(Trial trial, ExampleSet examples, int classes) {
        return new Dl4jEngine().learner(trial, Fixtures.dataset(examples, classes));
    }

    /** Takes steps of four examples each and tells the figures of each. */
    private static BatchScore[] steps(Learner learner, ExampleSet examples, int steps) {
        int[] order = Fixtures.order(examples);
        int perEpoch = examples.size() / 4;
        BatchScore[] scores = new BatchScore[steps];
        for (int step = 0; step < steps; step++) {
            int from = step % perEpoch * 4;
            scores[step] = learner.train(examples, order, from, from + 4, step, step / perEpoch);
        }
        return scores;
    }

    private static BatchScore test(Learner learner, ExampleSet examples, TestMode mode) {
        return learner.test(examples, Fixtures.order(examples), 0, examples.size(), new int[examples.size()], mode);
    }

    static Stream<Arguments> everyCombination() {
        return Stream.of(ActivationName.values())
                .flatMap(activation ->
                        Stream.of(OptimizerName.values()).map(optimizer -> Arguments.of(activation, optimizer)));
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void takesStepsWithEveryHiddenActivationAndOptimizer(ActivationName hidden, OptimizerName optimizer) {
        NetworkSpec network =
                Fixtures.network(List.of(6), hidden, 0.2, output(3, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY));
        Trial trial = Fixtures.trial(network, Fixtures.training(1, 4, optimizer.defaults(), 0.01));

        try (Learner learner = learner(trial, CLOUDS, 3)) {
            for (BatchScore score : steps(learner, CLOUDS, 3)) {
                assertThat(score.lossSum()).isFinite().isPositive();
                assertThat(score.correct()).isBetween(0, 4);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LossName.class)
    void takesStepsWithEveryLossAndEveryOutputActivationThatSuitsIt(LossName loss) {
        List<ActivationName> bounded = List.of(ActivationName.SIGMOID, ActivationName.SOFTMAX);
        List<ActivationName> any =
                List.of(loss.usualActivation(), ActivationName.TANH, ActivationName.RELU, ActivationName.IDENTITY);
        boolean logarithm = loss.crossEntropy()
                || List.of(
                                LossName.BINARY_CROSS_ENTROPY,
                                LossName.SUMMED_BINARY_CROSS_ENTROPY,
                                LossName.KL_DIVERGENCE,
                                LossName.POISSON,
                                LossName.SUMMED_POISSON,
                                LossName.MEAN_SQUARED_LOGARITHMIC_ERROR,
                                LossName.F_MEASURE)
                        .contains(loss);
        for (ActivationName activation : logarithm ? bounded : any) {
            boolean twoClasses = loss.targets() == LossName.Targets.TWO_CLASSES;
            int classes = twoClasses ? 2 : 3;
            int units = twoClasses && activation == ActivationName.SIGMOID ? 1 : classes;
            NetworkSpec network = Fixtures.network(List.of(6), ActivationName.TANH, 0, output(units, activation, loss));
            Trial trial = Fixtures.trial(network, Fixtures.training(1, 4, SGD, 0.01));
            ExampleSet examples = Fixtures.clouds(12, 5, classes, 1);

            try (Learner learner = learner(trial, examples, classes)) {
                for (BatchScore score : steps(learner, examples, 3)) {
                    if (loss == LossName.MEAN_ABSOLUTE_PERCENTAGE_ERROR && activation != ActivationName.TANH) {
                        assertThat(score.lossSum()).isNotFinite();
                    } else {
                        assertThat(score.lossSum())
                                .as("%s %s", loss, activation)
                                .isFinite();
                    }
                }
            }
        }
    }

    @Test
    void tellsItsParametersLayerByLayer() {
        NetworkSpec network = Fixtures.network(
                List.of(6, 4), ActivationName.TANH, 0.2, output(3, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY));
        Trial trial = Fixtures.trial(network, Fixtures.training(1, 4, SGD, 0.01));
        List<LayerParameters> drawn =
                InitialParameters.draw(network, new Shape.Row(CLOUDS.width()), trial.seed(RandomStream.WEIGHTS));

        try (Learner learner = learner(trial, CLOUDS, 3)) {
            List<LayerParameters> before = learner.parameters();
            steps(learner, CLOUDS, 1);

            assertThat(before).usingRecursiveComparison().isEqualTo(drawn);
            assertThat(learner.parameters()).usingRecursiveComparison().isNotEqualTo(drawn);
        }
    }

    @Test
    void tellsTheLossBeforeTheStepWithoutPenalties() {
        TrainingSpec training =
                Fixtures.with(Fixtures.training(1, 4, SGD, 0.1), new Penalty(0.5, 0.5, 0.1, Penalty.Reach.ALL));
        Trial trial = Fixtures.trial(Fixtures.linear(), training);
        LayerParameters start = InitialParameters.draw(
                        Fixtures.linear(), new Shape.Row(2), trial.seed(RandomStream.WEIGHTS))
                .get(0);
        double expected = 0;
        int correct = 0;
        float[] targets = {0, 1, 1, 0};
        for (int i = 0; i < 4; i++) {
            int high = i / 2;
            double output = start.biases()[0] + high * start.weights()[0] + (i % 2) * start.weights()[1];
            expected += (output - targets[i]) * (output - targets[i]);
            correct += (output > 0.5 ? 1 : 0) == targets[i] ? 1 : 0;
        }

        try (Learner learner = learner(trial, Fixtures.xor(), 2)) {
            BatchScore score = learner.train(Fixtures.xor(), Fixtures.order(Fixtures.xor()), 0, 4, 0, 0);

            assertThat(score.lossSum()).isCloseTo(expected, within(1e-5));
            assertThat(score.correct()).isEqualTo(correct);
        }
    }

    /** One step of SGD on one example (1, 2) of class 1, whose effect on the outputs is known. */
    private static double[] outputsAfterOneStep(TrainingSpec training) {
        ExampleSet example = Fixtures.examples(2, new float[] {1, 2}, 1);
        Trial trial = Fixtures.trial(Fixtures.linear(), training);
        LayerParameters start = InitialParameters.draw(
                        Fixtures.linear(), new Shape.Row(2), trial.seed(RandomStream.WEIGHTS))
                .get(0);
        try (Learner learner = learner(trial, example, 2)) {
            learner.train(example, new int[] {0}, 0, 1, 0, 0);
            double lossAfter = test(learner, example, TestMode.WITHOUT_DROPOUT).lossSum();
            double before = start.biases()[0] + start.weights()[0] + 2 * start.weights()[1];
            // Every step here leaves the output below its target.
            return new double[] {before, 1 - Math.sqrt(lossAfter), start.weights()[0], start.weights()[1]};
        }
    }

    @Test
    void stepsAgainstTheGradient() {
        double[] outputs = outputsAfterOneStep(Fixtures.training(1, 1, SGD, 0.01));

        // dE/do = 2 (o - 1); do = -rate dE/do (1 + 1^2 + 2^2).
        assertThat(outputs[1]).isCloseTo(outputs[0] - 0.01 * 2 * (outputs[0] - 1) * 6, within(1e-5));
    }

    @Test
    void clipsGradients() {
        Clipping clipping = new Clipping(Clipping.Kind.LAYER_NORM, 0.01);

        double[] outputs = outputsAfterOneStep(Fixtures.with(Fixtures.training(1, 1, SGD, 1), clipping));

        // The gradient (1, 2, 1) scaled to a length of 0.01 changes the output by 6 / sqrt(6) of it.
        assertThat(outputs[1]).isCloseTo(outputs[0] + 0.01 * Math.sqrt(6), within(1e-5));
    }

    @Test
    void clipsTheGradientOfTheWholeNetwork() {
        Clipping clipping = new Clipping(Clipping.Kind.GLOBAL_NORM, 0.01);

        double[] outputs = outputsAfterOneStep(Fixtures.with(Fixtures.training(1, 1, SGD, 1), clipping));

        // One layer is the whole of this network.
        assertThat(outputs[1]).isCloseTo(outputs[0] + 0.01 * Math.sqrt(6), within(1e-5));
    }

    @Test
    void clipsElements() {
        Clipping clipping = new Clipping(Clipping.Kind.VALUE, 0.001);

        double[] outputs = outputsAfterOneStep(Fixtures.with(Fixtures.training(1, 1, SGD, 1), clipping));

        assertThat(outputs[1]).isCloseTo(outputs[0] + 0.001 * (1 + 1 + 2), within(1e-5));
    }

    @Test
    void decaysWeightsButNotBiasesWhereToldSo() {
        TrainingSpec training = Fixtures.training(1, 1, SGD, 0.01);
        double[] plain = outputsAfterOneStep(training);

        double[] decayed = outputsAfterOneStep(Fixtures.with(training, new Penalty(0, 0, 0.5, Penalty.Reach.WEIGHTS)));
        double[] squared = outputsAfterOneStep(Fixtures.with(training, new Penalty(0, 0.5, 0, Penalty.Reach.WEIGHTS)));
        double[] absolute = outputsAfterOneStep(Fixtures.with(training, new Penalty(0.5, 0, 0, Penalty.Reach.WEIGHTS)));

        double weighted = plain[2] + 2 * plain[3];
        assertThat(decayed[1]).isCloseTo(plain[1] - 0.01 * 0.5 * weighted, within(1e-5));
        assertThat(squared[1]).isCloseTo(plain[1] - 0.01 * 0.5 * weighted, within(1e-5));
        double signs = Math.signum(plain[2]) + 2 * Math.signum(plain[3]);
        assertThat(absolute[1]).isCloseTo(plain[1] - 0.01 * 0.5 * signs, within(1e-5));
    }

    @Test
    void decaysWeightsWithAdamWByRateTimesDecay() {
        OptimizerSpec adam = new Adam(0.9, 0.999, 1e-8, 0);
        OptimizerSpec adamW = new AdamW(0.9, 0.999, 1e-8, 0, 0.5);
        double[] plain = outputsAfterOneStep(Fixtures.training(1, 1, adam, 0.01));

        double[] decayed = outputsAfterOneStep(Fixtures.training(1, 1, adamW, 0.01));

        assertThat(decayed[1]).isCloseTo(plain[1] - 0.01 * 0.5 * (plain[2] + 2 * plain[3]), within(1e-5));
    }

    @Test
    void decaysBiasesToo() {
        TrainingSpec training = Fixtures.training(1, 1, SGD, 0.01);
        double[] free = outputsAfterOneStep(Fixtures.with(training, new Penalty(0, 0.5, 0, Penalty.Reach.WEIGHTS)));

        double[] all = outputsAfterOneStep(Fixtures.with(training, new Penalty(0, 0.5, 0, Penalty.Reach.ALL)));

        double bias = free[0] - free[2] - 2 * free[3];
        assertThat(all[1]).isCloseTo(free[1] - 0.01 * 0.5 * bias, within(1e-6));
    }

    @Test
    void followsTheSchedule() {
        LearningRate rate =
                new LearningRate(0.01, new LearningRate.Schedule.Pieces(Map.of(2, 0.0)), LearningRate.Unit.STEP, 0);
        TrainingSpec training = Fixtures.with(Fixtures.training(1, 4, SGD, 1), rate);
        Trial trial = Fixtures.trial(Fixtures.linear(), training);

        try (Learner learner = learner(trial, Fixtures.xor(), 2)) {
            BatchScore[] scores = steps(learner, Fixtures.xor(), 5);

            assertThat(scores[1].lossSum()).isNotEqualTo(scores[0].lossSum());
            assertThat(scores[3].lossSum()).isEqualTo(scores[2].lossSum());
            assertThat(scores[4].lossSum()).isEqualTo(scores[2].lossSum());
        }
    }

    @Test
    void learnsExclusiveOr() {
        NetworkSpec network = Fixtures.network(
                List.of(8), ActivationName.TANH, 0, output(1, ActivationName.TANH, LossName.SQUARED_ERROR));
        Trial trial = Fixtures.trial(network, Fixtures.training(1, 4, new Momentum(0.9, RateUse.AT_USE), 0.1));

        try (Learner learner = learner(trial, Fixtures.xor(), 2)) {
            steps(learner, Fixtures.xor(), 400);

            assertThat(test(learner, Fixtures.xor(), TestMode.WITHOUT_DROPOUT).correct())
                    .isEqualTo(4);
        }
    }

    @Test
    void testsWithAndWithoutDropoutAndInAnyPieces() {
        ExampleSet examples = Fixtures.clouds(90, 5, 3, 2);
        NetworkSpec network = Fixtures.network(
                List.of(16, 8), ActivationName.RELU, 0.5, output(3, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY));
        Trial trial = Fixtures.trial(network, Fixtures.training(1, 4, SGD, 0.1));
        int[] order = Fixtures.order(examples);

        try (Learner learner = learner(trial, examples, 3)) {
            steps(learner, examples, 20);
            BatchScore without = test(learner, examples, TestMode.WITHOUT_DROPOUT);
            BatchScore with = test(learner, examples, TestMode.WITH_DROPOUT);
            double pieces = 0;
            for (int from = 0; from < 90; from += 40) {
                int to = Math.min(90, from + 40);
                pieces += learner.test(examples, order, from, to, new int[40], TestMode.WITH_DROPOUT)
                        .lossSum();
            }

            assertThat(with.lossSum()).isNotEqualTo(without.lossSum());
            assertThat(pieces).isCloseTo(with.lossSum(), within(1e-4 * pieces));
            assertThat(test(learner, examples, TestMode.WITH_DROPOUT)).isEqualTo(with);
            assertThat(test(learner, examples, TestMode.WITHOUT_DROPOUT)).isEqualTo(without);
        }
    }

    @Test
    void countsAConfidentMistakeInFull() {
        NetworkSpec network = Fixtures.network(
                List.of(), ActivationName.RELU, 0, output(2, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY));
        ExampleSet far = Fixtures.examples(2, new float[] {1e4f, -1e4f, -1e4f, 1e4f}, 0, 0);
        Trial trial = Fixtures.trial(network, Fixtures.training(1, 2, SGD, 0.1));

        try (Learner learner = learner(trial, far, 2)) {
            BatchScore score = test(learner, far, TestMode.WITHOUT_DROPOUT);

            assertThat(score.lossSum()).isFinite().isGreaterThan(200);
            assertThat(score.correct()).isEqualTo(1);
        }
    }

    @Test
    void keepsOptimizerStateOutOfTheDenormalNumbers() {
        Nd4jRuntime.start();
        INDArray state = Nd4j.createFromArray(1e-30f, -1e-40f, 1e-20f, 0f, -3f);

        new OptimizerState(state).afterStep(98);
        float[] before = state.toFloatVector();
        new OptimizerState(state).afterStep(99);

        assertThat(before).containsExactly(1e-30f, -1e-40f, 1e-20f, 0, -3);
        assertThat(state.toFloatVector()).containsExactly(0, 0, 1e-20f, 0, -3);
    }
}
