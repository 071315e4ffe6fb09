package nightsweep.experiments.review;

import java.util.List;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.training.Augmentation;
import nightsweep.experiments.training.TrainingSpec;

/** Whether what is done to pictures has any to be done to. */
final class PicturesReview {
    private PicturesReview() {}

    static List<Finding> of(TrainingSpec training, DatasetFacts facts) {
        return training.augmentation().equals(Augmentation.NONE)
                        || facts.shape().size() > 1
                ? List.of()
                : List.of(Finding.invalid("Augmentation shifts and turns pictures, but these examples are rows of "
                        + facts.width() + (facts.width() == 1 ? " number" : " numbers") + ": leave it out."));
    }
}
