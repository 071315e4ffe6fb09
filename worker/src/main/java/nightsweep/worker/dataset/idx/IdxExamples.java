package nightsweep.worker.dataset.idx;

import java.util.List;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Features;

/**
 * The examples of one file of features, whose labels are elsewhere or nowhere.
 *
 * @param shape of one example: (columns), (height, width) or (channels, height, width)
 * @param features {@code (examples, values)}
 */
public record IdxExamples(List<Integer> shape, Features features) {
    public IdxExamples {
        shape = List.copyOf(shape);
    }

    /**
     * All examples of {@code file}, with channels first.
     *
     * @throws DataException if it cannot be read, or has no features
     */
    public static IdxExamples read(DataFile file) throws DataException {
        IdxFile.Contents contents = new IdxFile(file).features();
        List<Integer> shape = contents.header().shape();
        if (Interleaved.is(shape)) {
            Interleaved.toPlanes(shape, contents.values());
        }
        return new IdxExamples(Interleaved.planarShape(shape), contents.values());
    }
}
