package nightsweep.experiments.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.training.Augmentation;
import nightsweep.experiments.training.EarlyStopping;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.TrainingSpec.LastBatch;
import org.junit.jupiter.api.Test;

class PicturesReviewTest {
    private static final DatasetFacts ROWS = new DatasetFacts(4, 2, 100, 0, 20, List.of(4));
    private static final DatasetFacts PICTURES = new DatasetFacts(4, 2, 100, 0, 20, List.of(2, 2));

    @Test
    void objectsToShiftingWhatIsNoPicture() {
        TrainingSpec usual = Cases.batches(8, LastBatch.KEEP);
        TrainingSpec augmented = usual.builder()
                .epochSteps(0)
                .augmentation(new Augmentation(0, 0, 0, 0, Augmentation.Flip.VERTICAL))
                .stopping(EarlyStopping.NONE)
                .build();

        assertThat(PicturesReview.of(augmented, ROWS))
                .map(Finding::toString)
                .containsExactly("invalid: Augmentation shifts and turns pictures, but these examples are rows of 4"
                        + " numbers: leave it out.");
        assertThat(PicturesReview.of(augmented, PICTURES)).isEmpty();
        assertThat(PicturesReview.of(usual, ROWS)).isEmpty();
    }
}
