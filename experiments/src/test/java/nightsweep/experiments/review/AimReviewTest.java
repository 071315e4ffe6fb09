package nightsweep.experiments.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.training.Aim;
import nightsweep.experiments.training.ClassWeights;
import org.junit.jupiter.api.Test;

class AimReviewTest {
    private static final DatasetFacts FACTS = new DatasetFacts(
            2, 3, 250, 0, 250, List.of(2), List.of(), List.of(), List.of("setosa", "versicolor", "virginica"));
    private static final LayerSpec.Output SOFTMAX = output(3, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY);

    private static LayerSpec.Output output(int units, ActivationName activation, LossName loss) {
        return new LayerSpec.Output(units, Activation.of(activation), loss, Cases.RANDOM, Cases.ZERO);
    }

    private static List<String> invalid(Aim aim, LayerSpec.Output output, DatasetFacts facts) {
        return Cases.messages(Severity.INVALID, AimReview.of(aim, output, facts));
    }

    private static Aim weights(String... classes) {
        return new Aim(
                new ClassWeights.Given(List.of(classes).stream().collect(Collectors.toMap(one -> one, one -> 2.0))), 0);
    }

    @Test
    void takesWhatHasAMeaning() {
        assertThat(invalid(Aim.PLAIN, SOFTMAX, FACTS)).isEmpty();
        assertThat(invalid(new Aim(new ClassWeights.Balanced(), 0.1), SOFTMAX, FACTS))
                .isEmpty();
        assertThat(invalid(weights("setosa"), SOFTMAX, FACTS)).isEmpty();
        assertThat(invalid(weights("setosa"), SOFTMAX, Cases.TWO)).isEmpty();
    }

    @Test
    void namesClassesThatAreNotThereAndWhatThereIs() {
        assertThat(invalid(weights("setosa", "Setosa"), SOFTMAX, FACTS))
                .containsExactly(
                        "class-weights names Setosa, but there is no such class. There are: setosa, versicolor,"
                                + " virginica.");
        assertThat(invalid(weights("a", "b"), SOFTMAX, FACTS).get(0))
                .startsWith("class-weights names a, b, but there are no such classes.");
    }

    @Test
    void refusesWeightsOfALossThatHasNoExamples() {
        LayerSpec.Output output = output(1, ActivationName.SIGMOID, LossName.F_MEASURE);

        assertThat(invalid(new Aim(new ClassWeights.Balanced(), 0), output, Cases.TWO))
                .containsExactly("f-measure is one figure of a whole minibatch, so there are no losses of examples for"
                        + " class-weights to weigh: leave them out, or use cross-entropy.");
        assertThat(invalid(new Aim(new ClassWeights.Given(Map.of()), 0), output, Cases.TWO))
                .isEmpty();
    }

    @Test
    void refusesToSmoothWhatIsNoCrossEntropyOverSoftmax() {
        Aim smooth = new Aim(ClassWeights.NONE, 0.1);

        assertThat(invalid(smooth, output(3, ActivationName.SIGMOID, LossName.BINARY_CROSS_ENTROPY), FACTS))
                .containsExactly("label-smoothing is for cross-entropy over softmax, but the output layer has"
                        + " binary-cross-entropy over sigmoid: leave it out, or use cross-entropy with one unit a class;"
                        + " for other losses, targets of the output layer say what its units are trained towards.");
        assertThat(invalid(smooth, output(3, ActivationName.SOFTMAX, LossName.KL_DIVERGENCE), FACTS))
                .hasSize(1);
        assertThat(invalid(smooth, output(1, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY), Cases.TWO))
                .hasSize(1);
    }
}
