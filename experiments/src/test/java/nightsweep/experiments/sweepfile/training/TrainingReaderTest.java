package nightsweep.experiments.sweepfile.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nightsweep.experiments.sweepfile.SweepText;
import nightsweep.experiments.training.Aim;
import nightsweep.experiments.training.Augmentation;
import nightsweep.experiments.training.ClassWeights;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.EngineChoice;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.LearningRate.Schedule;
import nightsweep.experiments.training.LearningRate.Unit;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.AdaBelief;
import nightsweep.experiments.training.optimizer.AdaDelta;
import nightsweep.experiments.training.optimizer.AdaGrad;
import nightsweep.experiments.training.optimizer.AdaMax;
import nightsweep.experiments.training.optimizer.Adam;
import nightsweep.experiments.training.optimizer.AdamW;
import nightsweep.experiments.training.optimizer.AmsGrad;
import nightsweep.experiments.training.optimizer.Momentum;
import nightsweep.experiments.training.optimizer.Nadam;
import nightsweep.experiments.training.optimizer.Nesterov;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.experiments.training.optimizer.OptimizerSpec;
import nightsweep.experiments.training.optimizer.RateUse;
import nightsweep.experiments.training.optimizer.RmsProp;
import nightsweep.experiments.training.optimizer.Sgd;
import nightsweep.experiments.yaml.SweepFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingReaderTest {

    @Test
    void hasDefaults() throws SweepFileException {
        assertThat(SweepText.training("{}").only().training())
                .isEqualTo(TrainingSpec.builder(10, 32, OptimizerName.ADAM.defaults(), LearningRate.constant(0.001))
                        .build());
    }

    @Test
    void readsEverything() throws SweepFileException {
        String yaml =
                "{epochs: 3, batch-size: 7, optimizer: {momentum: {momentum: 0.5}}, learning-rate: 0.5, shuffle: false,"
                        + " last-batch: drop, l1: 0.1, l2: 0.2, weight-decay: 0.3, clip: {layer-norm: 2}}";

        assertThat(SweepText.training(yaml).only().training())
                .isEqualTo(TrainingSpec.builder(3, 7, new Momentum(0.5, RateUse.AT_USE), LearningRate.constant(0.5))
                        .order(TrainingSpec.Order.AS_STORED)
                        .lastBatch(TrainingSpec.LastBatch.DROP)
                        .penalty(new Penalty(0.1, 0.2, 0.3, Penalty.Reach.ALL))
                        .clipping(new Clipping(Clipping.Kind.LAYER_NORM, 2))
                        .build());
    }

    @Test
    void readsStepsAnEpochAndAugmentation() throws SweepFileException {
        TrainingSpec training = SweepText.training(
                        "{steps-per-epoch: 100, augmentation: {shift: 0.2, rotate: 40, zoom: 0.1, flip: horizontal}}")
                .only()
                .training();

        assertThat(training.epochSteps()).isEqualTo(100);
        assertThat(training.augmentation()).isEqualTo(new Augmentation(0.2, 40, 0.1, 0, Augmentation.Flip.HORIZONTAL));
        assertThat(SweepText.training("{augmentation: none}").only().training().augmentation())
                .isEqualTo(Augmentation.NONE);
    }

    static Stream<Arguments> aims() {
        return Stream.of(
                arguments("{}", Aim.PLAIN),
                arguments("{class-weights: none, label-smoothing: 0}", Aim.PLAIN),
                arguments("{class-weights: balanced}", new Aim(new ClassWeights.Balanced(), 0)),
                arguments(
                        "{class-weights: {setosa: 2, 7: 0.5}, label-smoothing: 0.1}",
                        new Aim(new ClassWeights.Given(Map.of("setosa", 2.0, "7", 0.5)), 0.1)));
    }

    @ParameterizedTest
    @MethodSource("aims")
    void readsWhatIsMinimised(String yaml, Aim expected) throws SweepFileException {
        assertThat(SweepText.training(yaml).only().training().aim()).isEqualTo(expected);
    }

    @Test
    void readsWeightsFromTheGrid() throws SweepFileException {
        assertThat(SweepText.training("{class-weights: $weights}")
                        .and("grid: {weights: [none, balanced, {a: 2}]}")
                        .parsed()
                        .configurations())
                .extracting(one -> one.training().aim().weights())
                .containsExactly(
                        ClassWeights.NONE, new ClassWeights.Balanced(), new ClassWeights.Given(Map.of("a", 2.0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{class-weights: balance} | class-weights: unknown value of class-weights \"balance\".",
                "{class-weights: {a: 0}} | class-weights.a: the weight of a must be positive, but got 0.0.",
                "{class-weights: {}} | class-weights: class-weights must be balanced, none, or a weight for each of some classes",
                "{class-weights: [1, 2]} | class-weights: class-weights must be balanced, none, or a weight for each of some classes",
                "{label-smoothing: 1} | label-smoothing: label-smoothing must be 0 or more and below 1, but got 1.0."
            })
    void refusesWhatCannotBeMinimised(String yaml, String message) {
        assertThat(SweepText.training(yaml).problems()).first().asString().startsWith("line 4, training." + message);
    }

    @ParameterizedTest
    @EnumSource
    void givesEachOptimizerItsDefaultsAndUsualRate(OptimizerName name) throws SweepFileException {
        TrainingSpec training =
                SweepText.training("{optimizer: " + name.label() + "}").only().training();

        assertThat(training.optimizer()).isEqualTo(name.defaults());
        assertThat(training.learningRate()).isEqualTo(LearningRate.constant(name.usualLearningRate()));
    }

    static Stream<Arguments> optimizers() {
        return Stream.of(
                arguments("{sgd: {}}", new Sgd()),
                arguments("{nesterov: {momentum: 0.5}}", new Nesterov(0.5, RateUse.AT_USE)),
                arguments("{momentum: {rate: at-gradient}}", new Momentum(0.9, RateUse.AT_GRADIENT)),
                arguments("{nesterov: {rate: at-gradient}}", new Nesterov(0.9, RateUse.AT_GRADIENT)),
                arguments("{adagrad: {epsilon: 0.5}}", new AdaGrad(0.5)),
                arguments("{adadelta: {rho: 0.5, epsilon: 0.25}}", new AdaDelta(0.5, 0.25)),
                arguments("{rmsprop: {decay: 0.5, epsilon: 0.25}}", new RmsProp(0.5, 0.25)),
                arguments("{adam: {beta1: 0.8}}", new Adam(0.8, 0.999, 1e-8, 0)),
                arguments("{adam: {epsilon-hat: 1e-7}}", new Adam(0.9, 0.999, 0, 1e-7)),
                arguments("{adamw: {epsilon-hat: 1e-7}}", new AdamW(0.9, 0.999, 0, 1e-7, 0.01)),
                arguments("{amsgrad: {epsilon-hat: 1e-7}}", new AmsGrad(0.9, 0.999, 0, 1e-7)),
                arguments("{nadam: {momentum-decay: 1}}", new Nadam(0.9, 0.999, 1e-8, 1)),
                arguments("{adamw: {weight-decay: 0.5}}", new AdamW(0.9, 0.999, 1e-8, 0, 0.5)),
                arguments("{adamax: {beta2: 0.8}}", new AdaMax(0.9, 0.8, 1e-8)),
                arguments("{nadam: {epsilon: 0.5}}", new Nadam(0.9, 0.999, 0.5, 0.004)),
                arguments("{amsgrad: {beta1: 0.1, beta2: 0.2}}", new AmsGrad(0.1, 0.2, 1e-8, 0)),
                arguments("{adabelief: {epsilon: 0.5}}", new AdaBelief(0.9, 0.999, 0.5)));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void readsAnOptimizer(String yaml, OptimizerSpec expected) throws SweepFileException {
        assertThat(SweepText.training("{optimizer: " + yaml + "}")
                        .only()
                        .training()
                        .optimizer())
                .isEqualTo(expected);
    }

    @Test
    void setsTheDecayOfAdamWByWeightDecayAndNotTwice() throws SweepFileException {
        TrainingSpec training = SweepText.training("{optimizer: adamw, weight-decay: 0.5}")
                .only()
                .training();

        assertThat(training.optimizer()).isEqualTo(new AdamW(0.9, 0.999, 1e-8, 0, 0.5));
        assertThat(training.penalty()).isEqualTo(new Penalty(0, 0, 0, Penalty.Reach.ALL));
    }

    @Test
    void penalisesBiasesTooUnlessToldOtherwise() throws SweepFileException {
        assertThat(SweepText.training("{l2: 0.5}").only().training().penalty())
                .isEqualTo(new Penalty(0, 0.5, 0, Penalty.Reach.ALL));
        assertThat(SweepText.training("{l2: 0.5, penalised: weights}")
                        .only()
                        .training()
                        .penalty())
                .isEqualTo(new Penalty(0, 0.5, 0, Penalty.Reach.WEIGHTS));
        // Where nothing is penalised it is no other trial.
        assertThat(SweepText.training("{penalised: all}").only().training().penalty())
                .isEqualTo(Penalty.NONE);
    }

    static Stream<Arguments> schedules() {
        return Stream.of(
                arguments("{}", new Schedule.Constant()),
                arguments("{schedule: constant}", new Schedule.Constant()),
                arguments("{schedule: {step: {factor: 0.5, every: 5}}}", new Schedule.Step(0.5, 5)),
                arguments("{schedule: {exponential: {factor: 0.9}}}", new Schedule.Exponential(0.9)),
                arguments("{schedule: {inverse: {gamma: 0.1}}}", new Schedule.Inverse(0.1, 1)),
                arguments("{schedule: {polynomial: {power: 2}}}", new Schedule.Polynomial(2, 20)),
                arguments("{schedule: {sigmoid: {gamma: 1, middle: 4}}}", new Schedule.Sigmoid(1, 4)),
                arguments("{schedule: cosine}", new Schedule.Cosine(20)),
                arguments("{schedule: {cosine: {over: 7}}}", new Schedule.Cosine(7)),
                arguments("{schedule: {pieces: {5: 0.1, 10: 0}}}", new Schedule.Pieces(Map.of(5, 0.1, 10, 0.0))));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void readsASchedule(String yaml, Schedule expected) throws SweepFileException {
        LearningRate rate = SweepText.training("{epochs: 20, optimizer: sgd, learning-rate: " + yaml + "}")
                .only()
                .training()
                .learningRate();

        assertThat(rate).isEqualTo(new LearningRate(0.01, expected, Unit.EPOCH, 0));
    }

    @Test
    void readsWarmUpInSteps() throws SweepFileException {
        LearningRate rate = SweepText.training("{learning-rate: {initial: 0.1, unit: step, warm-up: 100}}")
                .only()
                .training()
                .learningRate();

        assertThat(rate).isEqualTo(new LearningRate(0.1, new Schedule.Constant(), Unit.STEP, 100));
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryClipping(Clipping.Kind kind) throws SweepFileException {
        boolean limited =
                List.of("value", "global-norm", "layer-norm", "parameter-norm").contains(kind.label());
        String yaml = limited ? "{" + kind.label() + ": 3}" : kind.label();

        assertThat(SweepText.training("{clip: " + yaml + "}").only().training().clipping())
                .isEqualTo(new Clipping(kind, limited ? 3 : 1));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        "{optimizer: {adam: {epsilon: 1e-8, epsilon-hat: 1e-8}}}",
                        "training.optimizer.adam.epsilon: epsilon is added after the correction of bias, epsilon-hat before"
                                + " it. Keep one of the two."),
                arguments(
                        "{optimizer: {momentum: {rate: 0.1}}}",
                        "training.optimizer.momentum.rate: unknown rate \"0.1\". There are: at-use, at-gradient."),
                arguments(
                        "{penalised: biases}",
                        "training.penalised: unknown penalised \"biases\". There are: all, weights."),
                arguments(
                        "{steps-per-epoch: 0}",
                        "training.steps-per-epoch: steps-per-epoch must be positive, but got 0."),
                arguments(
                        "{augmentation: {shift: 2}}",
                        "training.augmentation.shift: shift must be within 0..1.0, but got 2.0."),
                arguments(
                        "{augmentation: {flip: left}}",
                        "training.augmentation.flip: unknown flip \"left\"."
                                + " There are: none, horizontal, vertical, both."),
                arguments("[a]", "training: training must be a mapping of keys to values, but got a list."),
                arguments("{epochs: -3}", "training.epochs: epochs must be positive, but got -3."),
                arguments("{epochs: three}", "training.epochs: epochs must be a whole number, but got \"three\"."),
                arguments("{epochs: 1e99}", "training.epochs: epochs must be a whole number, but got \"1e99\"."),
                arguments("{epochs: [1, 2]}", "training.epochs: epochs must be a whole number, but got a list."),
                arguments("{epochs: }", "training.epochs: epochs must be a whole number, but got nothing."),
                arguments(
                        "{learning-rate: -1}", "training.learning-rate: learning-rate must be positive, but got -1.0."),
                arguments(
                        "{learning-rate: .nan}",
                        "training.learning-rate: learning-rate must be a number, but got \".nan\"."),
                arguments(
                        "{learning-rate: fast}",
                        "training.learning-rate: learning-rate must be a number, but got \"fast\"."),
                arguments("{l2: -1e-3}", "training.l2: l2 must not be negative, but got -0.001."),
                arguments("{shuffle: maybe}", "training.shuffle: unknown shuffle \"maybe\". There are: true, false."),
                arguments("{last-batch: dorp}", "training.last-batch: unknown last-batch \"dorp\". Maybe \"drop\"?"),
                arguments("{optimizer: Adm}", "training.optimizer: unknown optimizer \"Adm\". Maybe \"adam\"?"),
                arguments(
                        "{optimizer: {adam: {beta1: 1}}}",
                        "training.optimizer.adam.beta1: beta1 must be 0 or more and below 1, but got 1.0."),
                arguments(
                        "{optimizer: {adam: {beta3: 1}}}",
                        "training.optimizer.adam.beta3: unknown key \"beta3\". Maybe \"beta1\"?"),
                arguments(
                        "{optimizer: {adam: 0.9}}",
                        "training.optimizer.adam: adam must be a mapping of keys to values, but got \"0.9\"."),
                arguments(
                        "{optimizer: {adamw: {weight-decay: 0.1}}, weight-decay: 0.2}",
                        "training.weight-decay: weight-decay is also given in adamw. Keep one of the two."),
                arguments("{clip: value}", "training.clip: value needs a limit, such as {value: 1}."),
                arguments("{clip: {value: 0}}", "training.clip.value: value must be positive, but got 0.0."),
                arguments("{clip: {none: 1}}", "training.clip.none: none takes no limit."),
                arguments(
                        "{learning-rate: {schedule: linear}}",
                        "training.learning-rate.schedule: unknown schedule \"linear\"."),
                arguments("{learning-rate: {schedule: step}}", "training.learning-rate.schedule: every is missing."),
                arguments(
                        "{learning-rate: {schedule: cosine, unit: step}}",
                        "training.learning-rate.schedule: over is missing."),
                arguments(
                        "{learning-rate: {schedule: {pieces: {x: 1}}}}",
                        "training.learning-rate.schedule.pieces.x: the start of a piece must be a whole number, but got \"x\"."),
                arguments(
                        "{learning-rate: {warmup: 1}}",
                        "training.learning-rate.warmup: unknown key \"warmup\". Maybe \"warm-up\"?"),
                arguments(
                        "{engine: fused, precision: double}",
                        "training.precision: the engine fused computes in single precision. Keep one of the two."),
                arguments(
                        "{engine: double, precision: single}",
                        "training.precision: the engine double computes in double precision. Keep one of the two."),
                arguments("{lr: 0.1}", "training.lr: unknown key \"lr\". Maybe \"learning-rate\"?"),
                arguments("{weights: hee}", "training.weights: unknown initial weights \"hee\". Maybe \"he\"?"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refuses(String yaml, String problem) {
        assertThat(SweepText.training(yaml).problems()).first().asString().startsWith("line 4, " + problem);
    }

    @ParameterizedTest
    @CsvSource({"precision: double", "engine: double", "'engine: double, precision: double'"})
    void computesInDoublePrecisionWithTheEngineThatDoes(String yaml) throws SweepFileException {
        TrainingSpec training = SweepText.training("{" + yaml + "}").only().training();

        assertThat(training.engine()).isEqualTo(EngineChoice.DOUBLE);
        assertThat(training.engine().precision()).isEqualTo(EngineChoice.Precision.DOUBLE);
    }

    @Test
    void leavesTheEngineOpenInSinglePrecision() throws SweepFileException {
        assertThat(SweepText.training("{precision: single}").only().training().engine())
                .isEqualTo(EngineChoice.AUTO);
    }
}
