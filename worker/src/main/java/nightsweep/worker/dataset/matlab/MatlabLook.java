package nightsweep.worker.dataset.matlab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;

/**
 * What a MATLAB 5 file looks like before anybody has said which of its variables are pictures and classes.
 *
 * @param images the first cell array that an array of as many numbers goes with
 * @param labels that array
 */
public record MatlabLook(String images, String labels, int pictures) {

    /**
     * Looks at the file's variables.
     *
     * @throws DataException if there are no such two, or the file cannot be read
     */
    public static MatlabLook at(DataFile file) throws DataException {
        MatFile all = MatlabFile.all(file);
        List<String> told = new ArrayList<>();
        for (MatFile.Entry entry : all.getEntries()) {
            told.add(entry.getName() + " (" + MatlabFile.kind(entry.getValue()) + ")");
            if (entry.getValue() instanceof Cell cells && cells.getNumElements() > 1) {
                Optional<String> labels = labels(all, cells.getNumElements());
                if (labels.isPresent()) {
                    return new MatlabLook(entry.getName(), labels.get(), cells.getNumElements());
                }
            }
        }
        throw file.fault("it has no cell array of pictures with an array of as many numbers, but "
                + (told.isEmpty() ? "nothing" : String.join(", ", told)));
    }

    private static Optional<String> labels(MatFile all, int count) {
        for (MatFile.Entry entry : all.getEntries()) {
            Array array = entry.getValue();
            if (array instanceof Matrix && array.getNumElements() == count) {
                return Optional.of(entry.getName());
            }
        }
        return Optional.empty();
    }
}
