package nightsweep.driver.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import nightsweep.worker.model.ModelException;
import nightsweep.worker.model.ModelFile;
import nightsweep.worker.model.SavedModel;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/** Finds saved models and other files, wherever they are. */
final class ModelPlace {
    private ModelPlace() {}

    /** The model at a path or URI. */
    static SavedModel model(String place, Surroundings surroundings) throws CommandFailure {
        try {
            return ModelFile.read(bytes(place, surroundings), place);
        } catch (ModelException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, e);
        }
    }

    /** The content of the file at a path or URI. */
    static byte[] bytes(String place, Surroundings surroundings) throws CommandFailure {
        Path path = new Path(surroundings.uri(place));
        try (FSDataInputStream in = path.getFileSystem(surroundings.hadoop()).open(path)) {
            return in.readAllBytes();
        } catch (FileNotFoundException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, "There is no file " + place + ".");
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, "Cannot read " + place + ": " + e.getMessage());
        }
    }
}
