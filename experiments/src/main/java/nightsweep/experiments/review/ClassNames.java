package nightsweep.experiments.review;

import java.util.List;

/** Names of classes for sentences. */
final class ClassNames {
    private static final int MOST = 20;

    private ClassNames() {}

    /** The first of them, and how many more there are. */
    static String some(List<String> labels) {
        return String.join(", ", labels.subList(0, Math.min(MOST, labels.size())))
                + (labels.size() > MOST ? ", and " + (labels.size() - MOST) + " more" : "");
    }
}
