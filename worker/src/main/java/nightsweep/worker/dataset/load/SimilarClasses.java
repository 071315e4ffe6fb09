package nightsweep.worker.dataset.load;

import java.util.List;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.worker.dataset.csv.cell.Spelling;

/** Classes that may be one, written in two ways: as other letters of the same word, or as the same number. */
final class SimilarClasses {
    private static final int MOST_NAMED = 10;

    private SimilarClasses() {}

    /** A remark that names them; none where there are none. */
    static List<DataRemark> of(List<String> labels) {
        List<String> named = Spelling.alike(labels);
        if (named.isEmpty()) {
            return List.of();
        }
        return List.of(new DataRemark(
                Doubt.SIMILAR_CLASSES,
                "The classes " + String.join("; ", named.subList(0, Math.min(MOST_NAMED, named.size())))
                        + (named.size() > MOST_NAMED ? "; and " + (named.size() - MOST_NAMED) + " more" : "")
                        + " differ only in how they are written, but count as different ones, with a unit each: write"
                        + " them alike in the data if they are the same."));
    }
}
