package nightsweep.worker.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DataSource.Colours;
import nightsweep.experiments.dataset.ImageSize;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.ShapeFit;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.file.DataPath;
import nightsweep.worker.dataset.idx.IdxFolder;
import nightsweep.worker.dataset.image.ImagesSource;
import nightsweep.worker.dataset.matlab.MatlabSource;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.unlabelled.UnlabelledFiles;
import nightsweep.worker.storage.FirstContact;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Labelled examples of a model's shape and classes that are not its own data: what a person names to try it on. */
public final class LabelledData {
    private static final Pattern IDX = Pattern.compile(".*[-.]idx[1-4]-ubyte(\\.gz)?");

    private final Configuration hadoop;
    private final SavedModel model;

    public LabelledData(Configuration hadoop, SavedModel model) {
        this.hadoop = hadoop;
        this.model = model;
    }

    /**
     * What was found.
     *
     * @param examples in the model's classes, unscaled
     * @param remarks what a person should know of how they go into the model, in sentences
     */
    public record Labelled(String name, ExampleSet examples, List<String> remarks) {
        public Labelled {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * The examples of a folder: the test examples of IDX files, or all pictures of folders that are named after their classes;
     * of such a folder for training and one for testing, those for testing.
     *
     * @throws DataException if it cannot be read, or does not fit the model
     */
    public Labelled folder(String location) throws DataException {
        Path folder = DataPath.of(location, hadoop);
        List<FileStatus> entries;
        try {
            FirstContact.with(folder, hadoop);
            FileSystem files = folder.getFileSystem(hadoop);
            entries = Arrays.asList(files.listStatus(folder));
        } catch (IOException e) {
            throw new DataException("Cannot read " + location + ": " + e.getMessage(), e);
        }
        List<String> names =
                entries.stream().map(one -> one.getPath().getName()).toList();
        if (names.stream().anyMatch(name -> IDX.matcher(name).matches())) {
            Path parent = folder.getParent();
            Decoded decoded = new IdxFolder(hadoop, String.valueOf(parent), folder.getName())
                    .source()
                    .read();
            return of(folder.getName(), decoded, decoded.test());
        }
        boolean parts = names.contains("train") && names.contains("test");
        return pictures(parts ? new Path(folder, "test").toString() : location, folder.getName());
    }

    private Labelled pictures(String location, String name) throws DataException {
        Shape.Planes planes = planes(location);
        if (planes.channels() != 1 && planes.channels() != 3) {
            throw new DataException("Cannot use the model on " + location
                    + ": it takes no pictures, but examples of shape " + card().shape() + ".");
        }
        DataSource.Images images = new DataSource.Images(
                location, location, 0, size(planes), planes.channels() == 1 ? Colours.GREY : Colours.RGB);
        List<String> remarks = new ArrayList<>();
        Decoded all = new ImagesSource(hadoop, images, 0).all(remarks::add);
        Labelled labelled = of(name, all, all.test());
        remarks.addAll(labelled.remarks());
        return new Labelled(name, labelled.examples(), remarks);
    }

    /**
     * All pictures of a MATLAB 5 file: of the variables that the model was trained on, else {@code images} and {@code labels}.
     *
     * @throws DataException if it cannot be read, or does not fit the model
     */
    public Labelled matlab(String location) throws DataException {
        DataSource own = model.trial().configuration().dataset().source();
        String images = own instanceof DataSource.Matlab matlab ? matlab.images() : "images";
        String labels = own instanceof DataSource.Matlab matlab ? matlab.labels() : "labels";
        DataFile file = new DataFile(hadoop, location);
        Decoded all = new MatlabSource(
                        file, new DataSource.Matlab(location, images, labels, size(planes(location)), 1, 1))
                .all();
        return of(DataPath.of(location, hadoop).getName(), all, all.test());
    }

    private Shape.Planes planes(String location) throws DataException {
        if (Shape.of(card().shape()) instanceof Shape.Planes planes) {
            return planes;
        }
        throw new DataException("Cannot use the model on " + location + ": it takes no pictures, but examples of shape "
                + card().shape() + ".");
    }

    private static ImageSize size(Shape.Planes planes) {
        return new ImageSize(planes.width(), planes.height());
    }

    /** What a file is, as its first bytes tell. */
    public UnlabelledFiles.Kind kind(String location) throws DataException {
        return UnlabelledFiles.Kind.of(new DataFile(hadoop, location));
    }

    /**
     * Some of decoded examples.
     *
     * @throws DataException if they do not fit the model
     */
    public Labelled of(String name, Decoded decoded, Selection chosen) throws DataException {
        List<String> ours = card().labels();
        int[] counts = chosen.counts(decoded.labels().size());
        List<String> unknown = new ArrayList<>();
        byte[] places = new byte[counts.length];
        for (int i = 0; i < counts.length; i++) {
            places[i] = (byte) Math.max(0, ours.indexOf(decoded.labels().get(i)));
            if (counts[i] > 0 && !ours.contains(decoded.labels().get(i))) {
                unknown.add(decoded.labels().get(i));
            }
        }
        if (!unknown.isEmpty()) {
            throw new DataException(
                    "Cannot use the model on " + name + ": of its classes, " + String.join(", ", unknown)
                            + (unknown.size() == 1 ? " is" : " are") + " none of the model's, which are "
                            + String.join(", ", ours) + ".");
        }
        byte[] stored = chosen.stored().labels();
        byte[] labels = new byte[stored.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = places[stored[i] & 0xff];
        }
        ExampleSet examples = new ExampleSet(
                chosen.stored().features(), chosen.stored().width(), chosen.rows(), labels, ColumnScale.uniform(1, 0));
        try {
            List<String> remarks = ShapeFit.of(decoded.shape(), card().shape()).stream()
                    .map(told -> "Of " + name + ", " + told)
                    .toList();
            card().inputs().ifPresent(inputs -> ShapeFit.check(examples.values(), inputs.values()));
            return new Labelled(name, examples, remarks);
        } catch (IllegalArgumentException e) {
            throw new DataException("Cannot use the model on " + name + ": " + e.getMessage() + ".", e);
        }
    }

    private ModelCard card() {
        return model.trained().card();
    }
}
