package nightsweep.experiments.sweepfile;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.yaml.Place;
import nightsweep.experiments.yaml.Tree;

/**
 * One axis of the grid.
 *
 * @param place of the axis in the file
 * @param labels how each value is written in tables, all different, in the order of the file
 * @param values as many, in the same order
 */
record GridAxis(String name, Place place, List<String> labels, List<Tree> values) {
    GridAxis {
        labels = List.copyOf(labels);
        values = List.copyOf(values);
    }

    /** The index of the value that {@code written} means: by its label, or as the same number. */
    Optional<Integer> indexOf(String written) {
        int exact = labels.indexOf(written);
        if (exact >= 0) {
            return Optional.of(exact);
        }
        for (int i = 0; i < labels.size(); i++) {
            if (sameNumber(labels.get(i), written)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static boolean sameNumber(String a, String b) {
        try {
            return Double.parseDouble(a) == Double.parseDouble(b);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
