package nightsweep.experiments.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import org.junit.jupiter.api.Test;

class DataReviewTest {
    private static DatasetFacts facts(Doubt doubt) {
        return new DatasetFacts(2, 127, 250, 0, 250, List.of(2), List.of(new DataRemark(doubt, "So it is.")));
    }

    @Test
    void doubtsWhatIsRemarked() {
        assertThat(DataReview.of(facts(Doubt.ROW_NUMBERS)))
                .containsExactly(Finding.doubtful(Doubt.ROW_NUMBERS, "So it is."));
    }

    @Test
    void neverAdvisesAUnitForEachValueOfAQuantity() {
        LayerSpec.Output output = (LayerSpec.Output) Cases.output(2, ActivationName.SOFTMAX, LossName.CROSS_ENTROPY);

        assertThat(OutputReview.of(output, facts(Doubt.QUANTITY_AS_CLASSES)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).doesNotContain("127 units"));
        assertThat(OutputReview.of(output, facts(Doubt.ROW_NUMBERS)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("give it 127 units"));
    }
}
