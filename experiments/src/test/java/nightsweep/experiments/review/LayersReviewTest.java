package nightsweep.experiments.review;

import static nightsweep.experiments.review.Cases.ADAM;
import static nightsweep.experiments.review.Cases.PIXELS;
import static nightsweep.experiments.review.Cases.POINTS;
import static nightsweep.experiments.review.Cases.RANDOM;
import static nightsweep.experiments.review.Cases.TEN;
import static nightsweep.experiments.review.Cases.TWO;
import static nightsweep.experiments.review.Cases.ZERO;
import static nightsweep.experiments.review.Cases.dense;
import static nightsweep.experiments.review.Cases.doubtful;
import static nightsweep.experiments.review.Cases.hidden;
import static nightsweep.experiments.review.Cases.network;
import static nightsweep.experiments.review.Cases.output;
import static org.assertj.core.api.Assertions.assertThat;

import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersReviewTest {
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
}
