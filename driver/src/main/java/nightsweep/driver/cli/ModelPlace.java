package nightsweep.driver.cli;

import java.io.IOException;
import nightsweep.driver.cli.console.CommandFailure;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.model.ModelException;
import nightsweep.worker.model.ModelFile;
import nightsweep.worker.model.SavedModel;
import org.apache.hadoop.fs.FSDataInputStream;

/** Finds saved models and other files, wherever they are. */
final class ModelPlace {
    private static final int MOST_BYTES = 1 << 30;

    private ModelPlace() {}

    /** The model at a path or URI. */
    static SavedModel model(String place, ProcessEnvironment environment) throws CommandFailure {
        try {
            return ModelFile.read(bytes(place, environment), place);
        } catch (ModelException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, e);
        }
    }

    /** The content of the file at a path or URI. */
    static byte[] bytes(String place, ProcessEnvironment environment) throws CommandFailure {
        try (FSDataInputStream in = new DataFile(environment.hadoop(), environment.uri(place)).raw()) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            if (bytes.length == MOST_BYTES) {
                throw new CommandFailure(
                        ExitCode.BAD_RUN_DIRECTORY,
                        "Cannot read " + place + ": it is larger than a model can be, " + MOST_BYTES + " bytes.");
            }
            return bytes;
        } catch (DataException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, e);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.BAD_RUN_DIRECTORY, "Cannot read " + place + ": " + e.getMessage());
        }
    }
}
