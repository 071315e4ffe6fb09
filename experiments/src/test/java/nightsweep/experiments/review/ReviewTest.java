package nightsweep.experiments.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.OptimizerName;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewTest {
    private static final Initial RANDOM = new Initial.Scaled(Initial.Scale.XAVIER);
    private static final Initial ZERO = new Initial.Constant(0);
    private static final DatasetFacts TEN = new DatasetFacts(784, 10, 900, 100, 200, List.of(28, 28));
    private static final DatasetFacts TWO = new DatasetFacts(2, 2, 250, 0, 250, List.of(2));
    private static final DatasetSpec POINTS =
            new DatasetSpec(new DataSource.Plane(DataSource.Shape.XOR, 250, 250, 0, 1), new Scaling.None(), 0, 0, 0);
    private static final DatasetSpec PIXELS =
            new DatasetSpec(new DataSource.Folder("mnist"), new Scaling.Unit(), 0.1, 0, 0);
    private static final TrainingSpec ADAM = training(OptimizerName.ADAM, LearningRate.constant(0.001));

    @Test
    void findsNothingWrongWithAnOrdinaryClassifier() {
        NetworkSpec network = network(
                dense(ActivationName.RELU, 0.2, RANDOM, ZERO),
                new LayerSpec.Dropout(0.5),
                output(10, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY));

        assertThat(review(PIXELS, network, ADAM, TEN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LossName.class)
    void findsNothingWrongWithTheUsualActivationOfALoss(LossName loss) {
        List<LossName> doubtfulAnyway = List.of(LossName.MEAN_ABSOLUTE_PERCENTAGE_ERROR, LossName.WASSERSTEIN);
        LayerSpec output = output(2, loss.usualActivation(), loss);

        List<Finding> findings = review(POINTS, network(output), ADAM, TWO);

        assertThat(findings).hasSize(doubtfulAnyway.contains(loss) ? 1 : 0);
    }

    @Test
    void tellsInvalidFindingsFirst() {
        NetworkSpec network = network(
                dense(ActivationName.SOFTMAX, 0, RANDOM, ZERO), output(3, ActivationName.RELU, LossName.CROSS_ENTROPY));

        assertThat(review(PIXELS, network, ADAM, new DatasetFacts(784, 10, 900, 100, 0, List.of(28, 28))))
                .extracting(Finding::severity)
                .containsExactly(Severity.INVALID, Severity.INVALID, Severity.DOUBTFUL);
    }

    @Test
    void printsFindingsWithTheirSeverity() {
        assertThat(new Finding(Severity.INVALID, "There are no test examples."))
                .hasToString("invalid: There are no test examples.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 250 | 250 | The examples are all of one class",
                "2 | 0 | 250 | There are no training examples",
                "2 | 250 | 0 | There are no test examples"
            })
    void rejectsDataThatTeachesNothing(int classes, int train, int test, String message) {
        DatasetFacts facts = new DatasetFacts(2, classes, train, 0, test, List.of(2));
        LayerSpec output = output(classes, ActivationName.SIGMOID, LossName.SQUARED_ERROR);

        assertThat(invalid(POINTS, network(output), ADAM, facts)).hasSize(1).allMatch(text -> text.startsWith(message));
    }

    @Test
    void rejectsAValidationShareThatLeavesNothing() {
        LayerSpec output = output(10, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY);
        DatasetFacts facts = new DatasetFacts(784, 10, 900, 0, 100, List.of(28, 28));

        assertThat(invalid(PIXELS, network(output), ADAM, facts))
                .containsExactly("A validation share of 0.1 leaves no validation examples to compare trials on: "
                        + "set a larger share, or 0 for none.");
    }

    @Test
    void rejectsABatchThatIsNeverFull() {
        TrainingSpec training = batches(256, TrainingSpec.LastBatch.DROP);

        assertThat(invalid(POINTS, oneUnit(), training, TWO))
                .containsExactly(
                        "A batch of 256 is more than the 250 training examples, so with last batches dropped no "
                                + "step is ever taken: lower batch-size, or keep last batches.");
    }

    @Test
    void doubtsABatchOfAllExamplesAndMore() {
        assertThat(doubtful(POINTS, oneUnit(), batches(256, TrainingSpec.LastBatch.KEEP), TWO))
                .containsExactly(
                        "A batch of 256 is more than the 250 training examples, so an epoch is a single step on "
                                + "all of them: lower batch-size.");
        assertThat(doubtful(POINTS, oneUnit(), batches(250, TrainingSpec.LastBatch.KEEP), TWO))
                .isEmpty();
    }

    @Test
    void rejectsWidthsThatCannotTellTheClassesApart() {
        assertThat(invalid(PIXELS, network(output(3, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)), ADAM, TEN))
                .containsExactly("An output layer of 3 units cannot tell 10 classes apart: give it 10 units.");
        assertThat(invalid(PIXELS, network(output(1, ActivationName.SIGMOID, LossName.SQUARED_ERROR)), ADAM, TEN))
                .containsExactly("An output layer of 1 unit cannot tell 10 classes apart: give it 10 units.");
        assertThat(invalid(POINTS, network(output(3, ActivationName.SIGMOID, LossName.SQUARED_ERROR)), ADAM, TWO))
                .containsExactly("An output layer of 3 units cannot tell 2 classes apart: give it 1 or 2 units.");
    }

    @Test
    void rejectsOneUnitForALossOverClasses() {
        NetworkSpec network = network(output(1, ActivationName.SIGMOID, LossName.CROSS_ENTROPY));

        assertThat(invalid(POINTS, network, ADAM, TWO))
                .containsExactly("cross-entropy compares one output unit a class, but the output layer has 1 unit for "
                        + "2 classes: give it 2 units, or use binary-cross-entropy.");
    }

    @Test
    void rejectsTheFMeasureOfManyClasses() {
        NetworkSpec network = network(output(10, ActivationName.SIGMOID, LossName.F_MEASURE));

        assertThat(invalid(PIXELS, network, ADAM, TEN))
                .containsExactly("f-measure is defined for two classes only, but the data has 10: use cross-entropy.");
    }

    @Test
    void doubtsSoftmaxOverOneUnitAndSaysNothingMoreOfIt() {
        NetworkSpec network = network(output(1, ActivationName.SOFTMAX, LossName.BINARY_CROSS_ENTROPY));

        assertThat(review(POINTS, network, ADAM, TWO))
                .containsExactly(new Finding(
                        Severity.DOUBTFUL,
                        "Softmax over one unit is always 1, so nothing is learnt and class 1 is always predicted: "
                                + "use sigmoid, or one unit a class."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CROSS_ENTROPY | TANH | takes logarithms of outputs that may be negative, which do not exist: use softmax.",
                "CROSS_ENTROPY | IDENTITY | takes logarithms of outputs that may be negative, which do not exist: use softmax.",
                "NEGATIVE_LOG_LIKELIHOOD | RELU | takes logarithms of outputs that may be 0, which are infinite: use softmax.",
                "SPARSE_CROSS_ENTROPY | SIGMOID | rewards a large output for the right class and never a small one for the others, as outputs do not sum to 1: use softmax.",
                "KL_DIVERGENCE | SOFTPLUS | rewards a large output for the right class and never a small one for the others, as outputs do not sum to 1: use softmax.",
                "BINARY_CROSS_ENTROPY | SOFTMAX | takes units for independent that softmax ties together, so every mistake counts more than once: use cross-entropy with softmax, or sigmoid.",
                "BINARY_CROSS_ENTROPY | TANH | takes logarithms of p and 1 - p, which do not exist for outputs outside 0..1: use sigmoid.",
                "BINARY_CROSS_ENTROPY | RELU | takes logarithms of p and 1 - p, which do not exist for outputs outside 0..1: use sigmoid.",
                "BINARY_CROSS_ENTROPY | HARD_SIGMOID | takes logarithms of p and 1 - p, one of which is infinite where an output is exactly 0 or 1: use sigmoid.",
                "HINGE | SIGMOID | wants outputs of -1 and below for the classes that an example is not of, which are never negative: use identity or tanh.",
                "SQUARED_HINGE | SOFTMAX | wants outputs of -1 and below for the classes that an example is not of, which are never negative: use identity or tanh.",
                "HINGE | RELU | wants outputs of -1 and below for the classes that an example is not of, which are never negative: use identity or tanh.",
                "MEAN_SQUARED_LOGARITHMIC_ERROR | IDENTITY | takes the logarithm of 1 + p, which does not exist for outputs below -1: use sigmoid.",
                "MEAN_SQUARED_LOGARITHMIC_ERROR | TANH | takes the logarithm of 1 + y, which is infinite for targets of -1: use sigmoid.",
                "POISSON | RELU | takes logarithms of outputs that may be 0, which are infinite: use softplus.",
                "POISSON | TANH | takes logarithms of outputs that may be negative, which do not exist: use softplus.",
                "F_MEASURE | IDENTITY | counts outputs as probabilities, which identity does not keep within 0..1: use sigmoid.",
                "MEAN_SQUARED_ERROR | RELU | has no gradient where an output is 0 and cut off, so a unit that is 0 for every example stays so: use sigmoid, softmax or identity."
            })
    void doubtsActivationsThatDoNotSuitTheLoss(LossName loss, ActivationName activation, String reason) {
        NetworkSpec network = network(output(2, activation, loss));

        assertThat(review(POINTS, network, ADAM, TWO))
                .containsExactly(new Finding(
                        Severity.DOUBTFUL, loss.label() + " on " + activation.label() + " outputs " + reason));
    }

    @ParameterizedTest
    @CsvSource({
        "HINGE, TANH",
        "HINGE, IDENTITY",
        "MEAN_SQUARED_LOGARITHMIC_ERROR, RELU",
        "POISSON, SIGMOID",
        "F_MEASURE, SOFTMAX",
        "SQUARED_ERROR, TANH",
        "MEAN_SQUARED_ERROR, SOFTMAX",
        "MULTI_LABEL, TANH",
        "MEAN_ABSOLUTE_PERCENTAGE_ERROR, TANH"
    })
    void acceptsActivationsThatSuitTheLoss(LossName loss, ActivationName activation) {
        assertThat(review(POINTS, network(output(2, activation, loss)), ADAM, TWO))
                .isEmpty();
    }

    @Test
    void doubtsPercentagesOfZero() {
        NetworkSpec network = network(output(1, ActivationName.SIGMOID, LossName.MEAN_ABSOLUTE_PERCENTAGE_ERROR));

        assertThat(doubtful(POINTS, network, ADAM, TWO))
                .containsExactly(
                        "mean-absolute-percentage-error divides by the target, which is 0 for every class that "
                                + "an example is not of, so it is infinite: use mean-absolute-error.");
    }

    @Test
    void doubtsTheLossOfACritic() {
        NetworkSpec network = network(output(1, ActivationName.IDENTITY, LossName.WASSERSTEIN));

        assertThat(doubtful(POINTS, network, ADAM, TWO))
                .containsExactly("wasserstein is a critic's loss and falls as outputs move away from their targets, so "
                        + "classes are learnt the wrong way round: use hinge.");
    }

    @Test
    void doubtsAHiddenSoftmax() {
        assertThat(doubtful(POINTS, hidden(dense(ActivationName.SOFTMAX, 0, RANDOM, ZERO)), ADAM, TWO))
                .containsExactly(
                        "A hidden softmax layer lets its units share a sum of 1, so hardly anything gets through "
                                + "it: keep softmax for the output layer.");
    }

    @Test
    void doubtsHiddenLayersThatStayLinear() {
        NetworkSpec linear = hidden(dense(ActivationName.IDENTITY, 0, RANDOM, ZERO));
        NetworkSpec bent =
                hidden(dense(ActivationName.IDENTITY, 0, RANDOM, ZERO), dense(ActivationName.RELU, 0, RANDOM, ZERO));

        assertThat(doubtful(POINTS, linear, ADAM, TWO))
                .containsExactly(
                        "Hidden layers with identity activations add nothing, as the network stays a linear one: "
                                + "use another activation, or no hidden layers.");
        assertThat(doubtful(POINTS, bent, ADAM, TWO)).isEmpty();
    }

    @Test
    void doubtsHighDropoutWhereverItStands() {
        String message = "A dropout of 0.9 sets all but 10% of a layer to 0 at each step: use 0.8 or less.";

        assertThat(doubtful(POINTS, hidden(dense(ActivationName.RELU, 0.9, RANDOM, ZERO)), ADAM, TWO))
                .containsExactly(message);
        assertThat(doubtful(POINTS, hidden(new LayerSpec.Dropout(0.9)), ADAM, TWO))
                .containsExactly(message);
        assertThat(doubtful(POINTS, hidden(new LayerSpec.Dropout(0.8)), ADAM, TWO))
                .isEmpty();
    }

    @Test
    void doubtsManySigmoidLayers() {
        LayerSpec sigmoid = dense(ActivationName.SIGMOID, 0, RANDOM, ZERO);

        assertThat(doubtful(POINTS, hidden(sigmoid, sigmoid, sigmoid, sigmoid, sigmoid), ADAM, TWO))
                .containsExactly(
                        "Gradients shrink fourfold or more through each of 5 sigmoid layers and vanish before the "
                                + "first: use relu, or fewer layers.");
        assertThat(doubtful(POINTS, hidden(sigmoid, sigmoid, sigmoid, sigmoid), ADAM, TWO))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SIGMOID | Pixels of 0..255 saturate sigmoid units from the start: set scaling to unit.",
                "TANH | Pixels of 0..255 saturate tanh units from the start: set scaling to unit.",
                "RELU | Pixels of 0..255 make the first steps so large that units may die: set scaling to unit."
            })
    void doubtsUnscaledPixels(ActivationName activation, String message) {
        NetworkSpec network =
                network(dense(activation, 0, RANDOM, ZERO), output(10, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY));
        DatasetSpec unscaled = new DatasetSpec(PIXELS.source(), new Scaling.None(), 0.1, 0, 0);

        assertThat(doubtful(unscaled, network, ADAM, TEN)).containsExactly(message);
    }

    @Test
    void rejectsMatricesForBiases() {
        NetworkSpec network = network(
                dense(ActivationName.RELU, 0, RANDOM, new Initial.Identity()),
                new LayerSpec.Output(
                        1,
                        Activation.of(ActivationName.SIGMOID),
                        LossName.BINARY_CROSS_ENTROPY,
                        RANDOM,
                        new Initial.Orthogonal(1)));

        assertThat(invalid(POINTS, network, ADAM, TWO))
                .containsExactly(
                        "The biases of layer 1 cannot be identity, which only a matrix is: use 0 or a random start.",
                        "The biases of layer 2 cannot be orthogonal, which only a matrix is: use 0 or a random start.");
    }

    @Test
    void saysWhatIdentityWeightsDoThatAreNotSquare() {
        Initial identity = new Initial.Identity();

        assertThat(doubtful(POINTS, hidden(dense(ActivationName.RELU, 0, identity, ZERO)), ADAM, TWO))
                .containsExactly("Identity weights of layer 1, which is not square, start 2 of its 4 units at 0: use "
                        + "another start, or as many units as inputs.");
        assertThat(doubtful(
                        POINTS,
                        network(new LayerSpec.Output(
                                1,
                                Activation.of(ActivationName.SIGMOID),
                                LossName.BINARY_CROSS_ENTROPY,
                                identity,
                                ZERO)),
                        ADAM,
                        TWO))
                .containsExactly(
                        "Identity weights of layer 1, which is not square, let only 1 of its 2 inputs through: "
                                + "use another start, or as many units as inputs.");
        assertThat(doubtful(
                        POINTS,
                        hidden(
                                dense(ActivationName.RELU, 0, RANDOM, ZERO),
                                dense(ActivationName.RELU, 0, identity, ZERO)),
                        ADAM,
                        TWO))
                .isEmpty();
    }

    @Test
    void doubtsReluUnitsThatStartDead() {
        assertThat(doubtful(POINTS, hidden(dense(ActivationName.RELU, 0, ZERO, ZERO)), ADAM, TWO))
                .containsExactly("All weights of layer 1 start at 0, so that its relu units have no gradient and never "
                        + "learn: use a random start.");
    }

    @Test
    void doubtsUnitsThatStayEqual() {
        Initial half = new Initial.Constant(0.5);
        LayerSpec first = dense(ActivationName.TANH, 0, half, ZERO);
        LayerSpec second = dense(ActivationName.TANH, 0, half, ZERO);

        assertThat(doubtful(POINTS, hidden(first, second), ADAM, TWO))
                .containsExactly(
                        "All weights of layer 1 start at 0.5 and the weights after them are all equal too, so that its 4 "
                                + "units stay equal and learn no more than one: use a random start.",
                        "All weights of layer 2 start at 0.5, so that its 4 units start equal and are slow to become "
                                + "different: use a random start.");
    }

    @Test
    void doubtsUnitsThatOnlyTheirBiasesTellApart() {
        Initial random = new Initial.Uniform(-1, 1);

        assertThat(doubtful(POINTS, hidden(dense(ActivationName.TANH, 0, ZERO, random)), ADAM, TWO))
                .containsExactly(
                        "All weights of layer 1 start at 0, so that its units hear nothing of the input at first "
                                + "and learn slowly, if at all: use a random start.");
        assertThat(doubtful(
                        POINTS, hidden(dense(ActivationName.TANH, 0, new Initial.Constant(0.5), random)), ADAM, TWO))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ADAM, 1, true", "RMSPROP, 1.5, true", "ADAM, 0.99, false", "SGD, 1, false", "ADADELTA, 1, false"})
    void doubtsLargeRatesOfOptimizersThatNormaliseGradients(OptimizerName optimizer, double rate, boolean doubted) {
        List<String> findings = doubtful(POINTS, oneUnit(), training(optimizer, LearningRate.constant(rate)), TWO);

        assertThat(findings).hasSize(doubted ? 1 : 0);
        assertThat(findings)
                .allMatch(message -> message.equals(optimizer.label()
                        + " moves every weight by about the learning rate at each step, so a rate of " + rate
                        + " overshoots: try 0.001."));
    }

    @Test
    void doubtsASlowedAdaDelta() {
        TrainingSpec training = training(OptimizerName.ADADELTA, LearningRate.constant(0.001));

        assertThat(doubtful(POINTS, oneUnit(), training, TWO))
                .containsExactly("adadelta finds its own step size, which a learning rate of 0.001 only makes smaller: "
                        + "use 1.");
    }

    @Test
    void doubtsARateThatReachesZeroTooSoon() {
        LearningRate soon = new LearningRate(0.01, new LearningRate.Schedule.Cosine(3), LearningRate.Unit.EPOCH, 0);
        LearningRate inTime =
                new LearningRate(0.01, new LearningRate.Schedule.Polynomial(1, 80), LearningRate.Unit.STEP, 0);

        assertThat(doubtful(POINTS, oneUnit(), training(OptimizerName.SGD, soon), TWO))
                .containsExactly(
                        "The learning rate is 0 after 3 epochs, but training goes on to 5 and learns nothing in "
                                + "the rest: set over to 5.");
        assertThat(doubtful(POINTS, oneUnit(), training(OptimizerName.SGD, inTime), TWO))
                .isEmpty();
    }

    @Test
    void doubtsAWarmUpLongerThanTheTraining() {
        LearningRate rate = new LearningRate(0.01, new LearningRate.Schedule.Constant(), LearningRate.Unit.STEP, 100);

        assertThat(doubtful(POINTS, oneUnit(), training(OptimizerName.SGD, rate), TWO))
                .containsExactly(
                        "A warm-up of 100 steps is longer than the training of 80, so the learning rate is never "
                                + "reached: shorten it.");
    }

    private static List<String> invalid(
            DatasetSpec dataset, NetworkSpec network, TrainingSpec training, DatasetFacts facts) {
        return messages(Severity.INVALID, review(dataset, network, training, facts));
    }

    private static List<String> doubtful(
            DatasetSpec dataset, NetworkSpec network, TrainingSpec training, DatasetFacts facts) {
        return messages(Severity.DOUBTFUL, review(dataset, network, training, facts));
    }

    private static List<String> messages(Severity severity, List<Finding> findings) {
        assertThat(findings).allMatch(finding -> finding.severity() == severity);
        return findings.stream().map(Finding::message).toList();
    }

    private static List<Finding> review(
            DatasetSpec dataset, NetworkSpec network, TrainingSpec training, DatasetFacts facts) {
        EvaluationSpec evaluation = new EvaluationSpec(EvaluationSpec.Dropout.WITHOUT);
        return Review.of(new Configuration(1, Map.of(), dataset, network, training, evaluation), facts);
    }

    private static NetworkSpec network(LayerSpec... layers) {
        return new NetworkSpec(List.of(layers));
    }

    /** The layers, before a usual output layer for two classes. */
    private static NetworkSpec hidden(LayerSpec... layers) {
        List<LayerSpec> all = new ArrayList<>(List.of(layers));
        all.add(output(1, ActivationName.SIGMOID, LossName.BINARY_CROSS_ENTROPY));
        return new NetworkSpec(all);
    }

    private static NetworkSpec oneUnit() {
        return hidden();
    }

    private static LayerSpec dense(ActivationName activation, double dropout, Initial weights, Initial biases) {
        return new LayerSpec.Dense(4, Activation.of(activation), dropout, weights, biases);
    }

    private static LayerSpec output(int units, ActivationName activation, LossName loss) {
        return new LayerSpec.Output(units, Activation.of(activation), loss, RANDOM, ZERO);
    }

    private static TrainingSpec training(OptimizerName optimizer, LearningRate rate) {
        return new TrainingSpec(
                5,
                16,
                TrainingSpec.Order.SHUFFLED,
                TrainingSpec.LastBatch.KEEP,
                optimizer.defaults(),
                rate,
                Penalty.NONE,
                Clipping.NONE);
    }

    private static TrainingSpec batches(int size, TrainingSpec.LastBatch lastBatch) {
        return new TrainingSpec(
                5,
                size,
                TrainingSpec.Order.SHUFFLED,
                lastBatch,
                OptimizerName.ADAM.defaults(),
                LearningRate.constant(0.001),
                Penalty.NONE,
                Clipping.NONE);
    }
}
