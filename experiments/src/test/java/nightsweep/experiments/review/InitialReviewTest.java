package nightsweep.experiments.review;

import static nightsweep.experiments.review.Cases.ADAM;
import static nightsweep.experiments.review.Cases.POINTS;
import static nightsweep.experiments.review.Cases.RANDOM;
import static nightsweep.experiments.review.Cases.TWO;
import static nightsweep.experiments.review.Cases.ZERO;
import static nightsweep.experiments.review.Cases.dense;
import static nightsweep.experiments.review.Cases.doubtful;
import static nightsweep.experiments.review.Cases.hidden;
import static nightsweep.experiments.review.Cases.invalid;
import static nightsweep.experiments.review.Cases.network;
import static org.assertj.core.api.Assertions.assertThat;

import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import org.junit.jupiter.api.Test;

class InitialReviewTest {
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
}
