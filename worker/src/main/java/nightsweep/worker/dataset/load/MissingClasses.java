package nightsweep.worker.dataset.load;

import java.util.List;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.worker.dataset.csv.cell.MissingMarks;

/** Classes that are called as missing cells are. */
final class MissingClasses {
    private MissingClasses() {}

    /** A remark that names them; none where there are none. */
    static List<DataRemark> of(List<String> labels) {
        MissingMarks marks = MissingMarks.of(List.of());
        List<String> named = labels.stream().filter(marks::has).toList();
        return named.isEmpty()
                ? List.of()
                : List.of(new DataRemark(
                        Doubt.MISSING_AS_CLASS,
                        "\"" + String.join("\" and \"", named)
                                + "\" in the place of a label usually means that nobody knows it, but counts as a class here:"
                                + " leave such rows out."));
    }
}
