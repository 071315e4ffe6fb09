package nightsweep.worker.dataset.load;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;

/** Which classes are missing where. */
final class AbsentClasses {
    private static final int MOST_NAMED = 10;

    private AbsentClasses() {}

    /**
     * A remark for each part of the data that lacks classes.
     *
     * @param used examples of each class that are trained on or kept for validation
     * @param kept of these for validation
     * @param tested test examples of each class
     */
    static List<DataRemark> of(List<String> labels, int[] used, int[] kept, int[] tested, boolean validated) {
        List<DataRemark> remarks = new ArrayList<>();
        if (labels.isEmpty()) {
            return remarks;
        }
        int[] trained =
                IntStream.range(0, used.length).map(i -> used[i] - kept[i]).toArray();
        add(remarks, labels, trained, "training", "so nothing can be learnt of what it looks like");
        if (validated) {
            add(remarks, labels, kept, "validation", "so trials are compared without it");
        }
        add(
                remarks,
                labels,
                tested,
                "test",
                "so its recall is not known, and macro averages count it only where it is predicted");
        return remarks;
    }

    private static void add(List<DataRemark> remarks, List<String> labels, int[] counts, String part, String so) {
        List<String> absent = IntStream.range(0, counts.length)
                .filter(i -> counts[i] == 0)
                .mapToObj(labels::get)
                .toList();
        if (absent.isEmpty() || absent.size() == counts.length) {
            return;
        }
        String named = absent.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (absent.size() > MOST_NAMED ? " and " + (absent.size() - MOST_NAMED) + " more" : "");
        remarks.add(new DataRemark(
                Doubt.ABSENT_CLASS,
                absent.size() == 1
                        ? "Class " + named + " has no " + part + " example, " + so + "."
                        : "The classes " + named + " have no " + part + " examples, "
                                + so.replace("what it looks like", "them")
                                        .replace("its recall", "their recall")
                                        .replace("it is predicted", "they are predicted")
                                        .replace(" it", " them")
                                + "."));
    }
}
