package nightsweep.worker.engine.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nightsweep.experiments.dataset.NumberTarget;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.outcome.NumberFigures;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Origins;
import nightsweep.worker.dataset.source.Stored;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import nightsweep.worker.engine.doubles.DoubleEngine;
import nightsweep.worker.evaluation.Evaluator;
import nightsweep.worker.evaluation.Tested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks that predict a number: the same in every engine, down the gradient of their loss, and right in the number's unit. */
class NumberAgreementTest {
    private static final int EXAMPLES = 120;
    private static final int INPUTS = 6;
    private static final int STEPS = 60;
    private static final Dataset DATASET = dataset();

    private static Dataset dataset() {
        SplittableRandom random = new SplittableRandom(7);
        float[] features = new float[EXAMPLES * INPUTS];
        double[] numbers = new double[EXAMPLES];
        for (int example = 0; example < EXAMPLES; example++) {
            for (int i = 0; i < INPUTS; i++) {
                features[example * INPUTS + i] = (float) random.nextGaussian();
            }
            double first = features[example * INPUTS];
            double second = features[example * INPUTS + 1];
            numbers[example] = 5000 + 800 * first + 300 * first * second + 20 * random.nextGaussian();
        }
        Stored stored =
                new Stored(new Features.Floats(features), new byte[EXAMPLES], INPUTS, new Origins.Nowhere(), numbers);
        ExampleSet examples = new ExampleSet(stored.all(), ColumnScale.uniform(1, 0));
        return new Dataset(
                "numbers",
                List.of(),
                List.of(INPUTS),
                examples,
                Optional.empty(),
                examples,
                "checksum",
                Optional.empty(),
                Optional.empty(),
                Optional.of(NumberTarget.of("price", numbers)));
    }

    private static Trial trial(LossName loss, OptimizerName optimizer) {
        NetworkSpec network = new NetworkSpec(
                List.of(Trials.dense(11, ActivationName.TANH, 0), Trials.output(1, ActivationName.IDENTITY, loss)));
        return Trials.of(network, Trials.training(optimizer));
    }

    static Stream<LossName> losses() {
        return Stream.of(LossName.values()).filter(LossName::ofNumbers);
    }

    /** What came of some steps. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Course(double first, double last, List<LayerParameters> parameters, double[] predicted) {
        static Course of(Engine engine, Trial trial) throws InterruptedException {
            try (Learner learner = engine.learner(trial, DATASET)) {
                double first = step(learner, 0);
                List<LayerParameters> parameters = learner.parameters();
                double last = first;
                for (int step = 1; step < STEPS; step++) {
                    last = step(learner, step);
                }
                return new Course(
                        first,
                        last,
                        parameters,
                        tested(learner, trial).numbers().orElseThrow().predicted());
            }
        }

        private static double step(Learner learner, int step) {
            int from = step * Trials.BATCH % (EXAMPLES - Trials.BATCH);
            return learner.train(DATASET.train(), order(), from, from + Trials.BATCH, step, 0)
                            .lossSum()
                    / Trials.BATCH;
        }
    }

    private static int[] order() {
        return IntStream.range(0, EXAMPLES).toArray();
    }

    private static Tested tested(Learner learner, Trial trial) throws InterruptedException {
        Targets targets = Targets.of(trial.configuration().network().output(), DATASET.classes());
        return Evaluator.of(DATASET).test(learner, DATASET.test(), targets);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void isTheSameInEveryEngine(LossName loss) throws InterruptedException {
        Trial trial = trial(loss, OptimizerName.ADAM);

        Course exact = Course.of(new DoubleEngine(), trial);

        for (Engine engine : List.of(FusedEngine.best(), new Dl4jEngine())) {
            Course course = Course.of(engine, trial);
            assertThat(course.first()).as(engine.name()).isCloseTo(exact.first(), within(1e-5));
            assertThat(course.last()).as(engine.name()).isCloseTo(exact.last(), within(1e-4));
            for (int i = 0; i < exact.parameters().size(); i++) {
                assertThat(course.parameters().get(i).weights())
                        .as(engine.name())
                        .containsExactly(exact.parameters().get(i).weights(), within(1e-4f));
            }
            assertThat(course.predicted()).as(engine.name()).containsExactly(exact.predicted(), within(1.0));
        }
    }

    static Stream<Arguments> lossesOfEngines() {
        return losses().flatMap(loss ->
                Stream.of(new Dl4jEngine(), FusedEngine.best()).map(engine -> Arguments.of(loss, engine)));
    }

    @ParameterizedTest
    @MethodSource("lossesOfEngines")
    void hasTheGradientOfItsLoss(LossName loss, Engine engine) {
        float step = 5e-3f;
        Trial trial = trial(loss, OptimizerName.SGD);
        try (Learner learner = engine.learner(trial, DATASET)) {
            List<LayerParameters> gradients = learner.gradients(DATASET.train(), order(), 0, EXAMPLES);
            LayerParameters output = gradients.get(gradients.size() - 1);
            List<LayerParameters> start = learner.parameters();
            assertThat(output.inputs()).isEqualTo(11);
            for (int unit = 0; unit < output.inputs(); unit++) {
                double above = loss(learner, moved(start, unit, step));
                double below = loss(learner, moved(start, unit, -step));
                assertThat((double) output.weights()[unit]).isCloseTo((above - below) / (2 * step), within(5e-3));
            }
        }
    }

    private static List<LayerParameters> moved(List<LayerParameters> start, int place, float by) {
        LayerParameters last = start.get(start.size() - 1);
        float[] weights = last.weights().clone();
        weights[place] += by;
        return List.of(start.get(0), new LayerParameters(last.inputs(), last.units(), weights, last.biases()));
    }

    private static double loss(Learner learner, List<LayerParameters> parameters) {
        learner.start(parameters);
        return learner.test(DATASET.train(), order(), 0, EXAMPLES, new int[EXAMPLES], Learner.TestMode.WITHOUT_DROPOUT)
                        .lossSum()
                / EXAMPLES;
    }

    @ParameterizedTest
    @MethodSource("losses")
    void learnsInTheUnitOfTheNumber(LossName loss) throws InterruptedException {
        Trial trial = trial(loss, OptimizerName.ADAM);
        try (Learner learner = FusedEngine.best().learner(trial, DATASET)) {
            for (int step = 0; step < 3_000; step++) {
                int from = step * Trials.BATCH % (EXAMPLES - Trials.BATCH);
                learner.train(DATASET.train(), order(), from, from + Trials.BATCH, step, 0);
            }

            Tested tested = tested(learner, trial);

            NumberFigures figures = tested.evaluation().numbers();
            assertThat(figures.r2()).isGreaterThan(0.97);
            assertThat(figures.rootMeanSquaredError()).isBetween(5.0, 150.0);
            assertThat(tested.numbers().orElseThrow().predicted()[0]).isBetween(3000.0, 8000.0);
            assertThat(tested.evaluation().confusion().accuracy()).isNaN();
        }
    }
}
