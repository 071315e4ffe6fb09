package nightsweep.driver.spread;

import java.io.Serializable;
import nightsweep.worker.model.ModelException;
import nightsweep.worker.model.ModelFile;
import nightsweep.worker.model.SavedModel;
import org.jspecify.annotations.Nullable;

/** A model as it travels: its file, read once in each process. */
final class ShippedModel implements Serializable {
    private final byte[] file;
    private transient @Nullable SavedModel model;

    ShippedModel(byte[] file) {
        this.file = file;
    }

    synchronized SavedModel model() {
        if (model == null) {
            try {
                model = ModelFile.read(file, "the model");
            } catch (ModelException e) {
                throw new IllegalStateException("The driver has read the same file.", e);
            }
        }
        return model;
    }
}
