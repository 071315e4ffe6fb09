package nightsweep.driver.report.trial;

import java.util.List;

/**
 * What networks say over the planes of data sets of two features.
 *
 * @param planes each once
 * @param pictures in the order of the plan, at most one a configuration
 */
public record BorderData(List<Plane> planes, List<Picture> pictures) {

    /**
     * A data set's examples, some of them where there are many.
     *
     * @param left the least first feature that pictures cover
     * @param bottom the least second feature
     */
    record Plane(double left, double right, double bottom, double top, List<Points> points) {}

    /**
     * Examples of one class and one set.
     *
     * @param set {@code train}, {@code validation} or {@code test}
     * @param label the class, from 0
     */
    record Points(String set, int label, List<Double> x, List<Double> y) {}

    /**
     * One network's answers.
     *
     * @param trial its number
     * @param plane its place among the planes
     * @param labels the classes' names, in order
     * @param graded whether cells go from the first of two classes, 0, to the second, 255; else they are classes
     * @param cells in Base64, a byte each, row by row from the top
     */
    record Picture(
            int trial, int configuration, int plane, List<String> labels, boolean graded, int columns, String cells) {}
}
