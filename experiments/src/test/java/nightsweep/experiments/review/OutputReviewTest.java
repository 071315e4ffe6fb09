package nightsweep.experiments.review;

import static nightsweep.experiments.review.Cases.ADAM;
import static nightsweep.experiments.review.Cases.PIXELS;
import static nightsweep.experiments.review.Cases.POINTS;
import static nightsweep.experiments.review.Cases.TEN;
import static nightsweep.experiments.review.Cases.TWO;
import static nightsweep.experiments.review.Cases.doubtful;
import static nightsweep.experiments.review.Cases.invalid;
import static nightsweep.experiments.review.Cases.network;
import static nightsweep.experiments.review.Cases.output;
import static nightsweep.experiments.review.Cases.review;
import static org.assertj.core.api.Assertions.assertThat;

import nightsweep.experiments.Doubt;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import org.junit.jupiter.api.Test;

class OutputReviewTest {
    @Test
    void rejectsWidthsThatCannotTellTheClassesApart() {
        assertThat(invalid(PIXELS, network(output(3, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)), ADAM, TEN))
                .containsExactly("An output layer of 3 units cannot tell 10 classes apart: give it 10 units.");
        assertThat(invalid(PIXELS, network(output(1, ActivationName.SIGMOID, LossName.SQUARED_ERROR)), ADAM, TEN))
                .containsExactly("An output layer of 1 unit cannot tell 10 classes apart: give it 10 units.");
        assertThat(invalid(PIXELS, network(output(9, ActivationName.SIGMOID, LossName.SQUARED_ERROR)), ADAM, TEN))
                .containsExactly("An output layer of 9 units cannot tell 10 classes apart: give it 10 units.");
    }

    @Test
    void doubtsUnitsThatStandForNoClass() {
        assertThat(review(PIXELS, network(output(11, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY)), ADAM, TEN))
                .containsExactly(Finding.doubtful(
                        Doubt.SPARE_UNITS,
                        "1 of 11 output units stands for no class: the data has 10, so that unit is trained to be low "
                                + "for every example, and never an answer. Give the layer 10 units; labels that begin "
                                + "at 1 need none for 0."));
        assertThat(doubtful(POINTS, network(output(4, ActivationName.SIGMOID, LossName.SQUARED_ERROR)), ADAM, TWO))
                .containsExactly(
                        "2 of 4 output units stand for no class: the data has 2, so those units are trained to "
                                + "be low for every example, and never an answer. Give the layer 2 units; labels that begin at "
                                + "1 need none for 0.");
    }

    @Test
    void doubtsTheLossOfALayerWithSpareUnitsToo() {
        NetworkSpec network = network(output(11, ActivationName.RELU, LossName.CROSS_ENTROPY));

        assertThat(review(PIXELS, network, ADAM, TEN))
                .extracting(finding -> finding.doubt().orElseThrow())
                .containsExactly(Doubt.SPARE_UNITS, Doubt.UNSUITED_LOSS);
    }

    @Test
    void rejectsTheFMeasureOfMoreUnitsThanItIsDefinedFor() {
        NetworkSpec network = network(output(3, ActivationName.SOFTMAX, LossName.F_MEASURE));

        assertThat(invalid(POINTS, network, ADAM, TWO))
                .containsExactly("f-measure is defined for one or two output units only, but the output layer has 3: "
                        + "give it 1 or 2 units.");
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
                .containsExactly(Finding.doubtful(
                        Doubt.SOFTMAX_OVER_ONE_UNIT,
                        "Softmax over one unit is always 1, so nothing is learnt and class 1 is always predicted: "
                                + "use sigmoid, or one unit a class."));
    }
}
