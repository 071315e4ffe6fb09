package nightsweep.worker.dataset.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
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

    /**
     * A remark where some folds lack classes that the examples have.
     *
     * @param used examples of each class that are trained on or kept
     * @param folds examples of each class in each fold, {@code folds: (folds, classes)}
     */
    static List<DataRemark> ofFolds(List<String> labels, int[] used, int[][] folds) {
        List<DataRemark> remarks = new ArrayList<>();
        if (labels.isEmpty()) {
            return remarks;
        }
        addOfFolds(
                remarks,
                classes(labels, label -> used[label] > 0 && Arrays.stream(folds).anyMatch(fold -> fold[label] == 0)),
                "no example in some of the " + folds.length + " folds, whose trials are compared without");
        addOfFolds(
                remarks,
                classes(
                        labels,
                        label -> used[label] > 0 && Arrays.stream(folds).anyMatch(fold -> fold[label] == used[label])),
                "all examples in one of the " + folds.length + " folds, whose trials learn nothing of");
        return remarks;
    }

    private static void addOfFolds(List<DataRemark> remarks, List<String> absent, String what) {
        if (!absent.isEmpty()) {
            remarks.add(new DataRemark(
                    Doubt.ABSENT_CLASS,
                    absent.size() == 1
                            ? "Class " + named(absent) + " has " + what + " it."
                            : "The classes " + named(absent) + " have " + what + " them."));
        }
    }

    private static List<String> classes(List<String> labels, IntPredicate which) {
        return IntStream.range(0, labels.size())
                .filter(which)
                .mapToObj(labels::get)
                .toList();
    }

    private static String named(List<String> absent) {
        return absent.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (absent.size() > MOST_NAMED ? " and " + (absent.size() - MOST_NAMED) + " more" : "");
    }

    private static void add(List<DataRemark> remarks, List<String> labels, int[] counts, String part, String so) {
        List<String> absent = classes(labels, i -> counts[i] == 0);
        if (absent.isEmpty() || absent.size() == counts.length) {
            return;
        }
        String named = named(absent);
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
