package nightsweep.experiments.review;

import java.util.List;
import nightsweep.experiments.dataset.DatasetFacts;

/** What is doubtful about the data, whatever is trained on them. */
final class DataReview {
    private DataReview() {}

    static List<Finding> of(DatasetFacts facts) {
        return facts.remarks().stream()
                .map(remark -> Finding.doubtful(remark.doubt(), remark.message()))
                .toList();
    }
}
