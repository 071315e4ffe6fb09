package nightsweep.worker.dataset.source;

import java.util.List;

/**
 * What can be said of a source without reading its values.
 *
 * @param shape of one example: (columns), (height, width) or (channels, height, width)
 * @param trainCounts training examples of each class
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Outline(List<Integer> shape, int[] trainCounts, int testExamples) {
    public Outline {
        shape = List.copyOf(shape);
    }
}
