package nightsweep.driver.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import nightsweep.worker.dataset.file.DataPath;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.unlabelled.UnlabelledFiles;
import nightsweep.worker.model.LabelledData;
import nightsweep.worker.model.LabelledData.Labelled;
import nightsweep.worker.model.SavedModel;
import nightsweep.worker.prediction.LabelledTable;
import nightsweep.worker.prediction.Stretch;
import nightsweep.worker.storage.FirstContact;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Finds what a person names to measure a model on: a file, a folder, or a data set that has a name. */
final class GivenData {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)?";

    private final ProcessEnvironment environment;
    private final SavedModel model;
    private final DatasetLoader loader;
    private final Optional<String> label;

    GivenData(ProcessEnvironment environment, SavedModel model, DatasetLoader loader, Optional<String> label) {
        this.environment = environment;
        this.model = model;
        this.loader = loader;
        this.label = label;
    }

    /** Whether a name is that of the model's own data set, and of no file or folder. */
    boolean isOwn(String given) throws DataException {
        DataSource own = model.trial().configuration().dataset().source();
        return own.locations().isEmpty()
                && own.label().equals(given)
                && there(given).isEmpty();
    }

    /**
     * What is named.
     *
     * @throws DataException if it is not there, cannot be read, or does not fit the model
     */
    Labelled find(String given) throws DataException {
        Optional<FileStatus> found = there(given);
        LabelledData data = new LabelledData(environment.hadoop(), model);
        if (found.isEmpty()) {
            return named(given, data);
        }
        String place = place(given);
        if (found.get().isDirectory()) {
            return Stretch.isTable(environment.hadoop(), place) ? rows(place, found.get()) : data.folder(place);
        }
        UnlabelledFiles.Kind kind = data.kind(place);
        return switch (kind) {
            case PICTURE, IDX ->
                throw new DataException("Cannot measure the model on " + given
                        + ": it has no labels. Name the folder of "
                        + (kind == UnlabelledFiles.Kind.IDX
                                ? "all four IDX files."
                                : "the folders of pictures, one for each class."));
            case MATLAB -> data.matlab(place);
            case TEXT -> rows(place, found.get());
        };
    }

    private Labelled rows(String place, FileStatus found) throws DataException {
        LabelledTable table = LabelledTable.read(environment.hadoop(), place, model, label);
        return new Labelled(found.getPath().getName(), table.examples(), table.remarks());
    }

    private Labelled named(String given, LabelledData data) throws DataException {
        String absent = "There is no file or folder " + place(given) + ". ";
        if (!given.matches(NAME)) {
            throw new DataException(absent.strip());
        }
        try {
            DataSource source = SweepFile.parse(
                            "name: given\ndataset: {name: " + given
                                    + "}\nnetwork: [{output: {units: 2, loss: cross-entropy}}]\n",
                            given)
                    .configurations()
                    .get(0)
                    .dataset()
                    .source();
            Decoded decoded = loader.decode(source, model.sweepSeed());
            return data.of(given, decoded, decoded.test());
        } catch (SweepFileException e) {
            throw new DataException(absent + e.getMessage(), e);
        } catch (DataException e) {
            throw String.valueOf(e.getMessage()).startsWith("Cannot find data set")
                    ? new DataException(absent + e.getMessage(), e)
                    : e;
        }
    }

    private String place(String given) {
        return DataPath.isRelative(given) ? "file://" + environment.folder().resolve(given) : given;
    }

    private Optional<FileStatus> there(String given) throws DataException {
        try {
            Path path = DataPath.of(place(given));
            FirstContact.with(path, environment.hadoop());
            return Optional.of(path.getFileSystem(environment.hadoop()).getFileStatus(path));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new DataException("Cannot read " + given + ": " + e.getMessage(), e);
        }
    }
}
