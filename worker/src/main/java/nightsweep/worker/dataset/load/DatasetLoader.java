package nightsweep.worker.dataset.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.Doubt;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.NumberTarget;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.dataset.Splitting;
import nightsweep.experiments.sweep.RandomStream;
import nightsweep.worker.dataset.ColumnScale;
import nightsweep.worker.dataset.DataPlaces;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.dataset.csv.CsvSource;
import nightsweep.worker.dataset.digits.DigitsSource;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.file.DataPath;
import nightsweep.worker.dataset.idx.IdxFolder;
import nightsweep.worker.dataset.idx.IdxSource;
import nightsweep.worker.dataset.idx.Wanted;
import nightsweep.worker.dataset.image.ImagesSource;
import nightsweep.worker.dataset.matlab.MatlabSource;
import nightsweep.worker.dataset.plane.PlaneSource;
import nightsweep.worker.dataset.preparing.RowPreparing;
import nightsweep.worker.dataset.rows.RowsSource;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.ExampleSource;
import nightsweep.worker.dataset.source.Outline;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.split.Quotas;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** Makes data sets from their declarations: reads or generates, limits, splits and scales. */
public final class DatasetLoader {
    private final Configuration hadoop;
    private final Optional<String> dataHome;
    private @Nullable LastDealt lastDealt;

    /** What is read before it is dealt into folds. */
    private record Undealt(DataSource source, Splitting split, long seed) {}

    private record LastDealt(Undealt undealt, Decoded decoded) {}

    /**
     * @param dataHome where named data sets are, as a URI or path; empty where the user said nothing
     */
    public DatasetLoader(Configuration hadoop, Optional<String> dataHome) {
        this(hadoop, new DataPlaces(dataHome, Optional.empty()));
    }

    public DatasetLoader(Configuration hadoop, DataPlaces places) {
        this.hadoop = places.folder()
                .map(folder -> DataPath.startingAt(folder, hadoop))
                .orElse(hadoop);
        this.dataHome = places.home();
    }

    /**
     * The sizes and shape of a data set, without its values where its source can tell.
     *
     * @throws DataException where the source cannot be read, or cannot be split as declared
     */
    public DatasetFacts facts(DatasetSpec spec) throws DataException {
        return facts(spec, 0);
    }

    /**
     * The sizes and shape of a data set, without its values where its source can tell.
     *
     * @param sweepSeed decides which examples are drawn: on those to train on it hangs how many values of categories there are
     * @throws DataException where the source cannot be read, or cannot be split as declared
     */
    public DatasetFacts facts(DatasetSpec spec, long sweepSeed) throws DataException {
        long seed = RandomStream.SPLIT.seed(sweepSeed);
        Outline outline = source(spec, seed).outline();
        int[] used = Quotas.limitedTraining(outline.trainCounts(), spec.trainLimit());
        Optional<Parts> parts = outline.raw().isPresent()
                ? Optional.of(Parts.of(spec, outline.raw().get(), seed))
                : Optional.empty();
        int[] kept = Parts.kept(spec, used, parts);
        int[] tested = Quotas.limited(outline.testCounts(), spec.testLimit());
        int validation = Arrays.stream(kept).sum();
        List<DataRemark> remarks = new ArrayList<>(outline.remarks());
        if (spec.scaling() instanceof Scaling.Unit
                || spec.scaling() instanceof Scaling.Robust
                || spec.scaling().equals(new Scaling.Measured(Scaling.Over.COLUMN))) {
            remarks.removeIf(remark -> remark.doubt() == Doubt.LOST_DIGITS);
        }
        remarks.addAll(SimilarClasses.of(outline.labels()));
        remarks.addAll(MissingClasses.of(outline.labels()));
        remarks.addAll(Parts.absentClasses(spec, outline, used, kept, tested, seed));
        List<Integer> shape = parts.map(some ->
                        List.of(some.preparing().orElseThrow().preparation().width()))
                .orElse(outline.shape());
        List<String> notes = new ArrayList<>(outline.notes());
        if (spec.validated() && !spec.folds().active()) {
            outline.raw()
                    .flatMap(Decoded::keys)
                    .map(keys -> keys.told(
                            parts.orElseThrow().validation(), parts.get().train(), "validation"))
                    .ifPresent(notes::add);
        }
        return new DatasetFacts(
                shape.stream().reduce(1, (a, b) -> a * b),
                spec.predictsNumber() ? 0 : outline.trainCounts().length,
                Arrays.stream(used).sum() - validation,
                validation,
                Arrays.stream(tested).sum(),
                shape,
                remarks,
                notes,
                outline.labels(),
                outline.columns());
    }

    /**
     * A data set.
     *
     * @param sweepSeed decides which examples are drawn by limits and for validation, the same for all trials of a sweep
     * @throws DataException where the source cannot be read, or cannot be split as declared
     */
    public Dataset load(DatasetSpec spec, long sweepSeed) throws DataException {
        Decoded decoded = decoded(spec, RandomStream.SPLIT.seed(sweepSeed));
        Parts parts = Parts.of(spec, decoded, RandomStream.SPLIT.seed(sweepSeed));
        Selection train = parts.prepared(parts.train());
        ColumnScale scale = parts.preparing().isPresent()
                ? ScaleMeasurement.of(
                        spec.scaling(), train, parts.preparing().get().preparation())
                : ScaleMeasurement.of(spec.scaling(), train);
        return new Dataset(
                spec.source().label(),
                decoded.labels(),
                parts.preparing()
                        .map(preparing -> List.of(preparing.preparation().width()))
                        .orElse(decoded.shape()),
                new ExampleSet(train, scale),
                spec.validated()
                        ? Optional.of(new ExampleSet(parts.prepared(parts.validation()), scale))
                        : Optional.empty(),
                new ExampleSet(parts.prepared(parts.test()), scale),
                Checksum.of(decoded),
                decoded.columns(),
                parts.preparing().map(RowPreparing::preparation),
                decoded.number().map(name -> NumberTarget.of(name, parts.train().numbers())));
    }

    /** Of folds one after another the source is read once, and what needs no preparing is kept once for all of them. */
    private Decoded decoded(DatasetSpec spec, long seed) throws DataException {
        Undealt wanted = new Undealt(spec.source(), spec.split(), seed);
        synchronized (this) {
            if (lastDealt != null && lastDealt.undealt.equals(wanted)) {
                return lastDealt.decoded;
            }
        }
        Decoded decoded = source(spec, seed).read();
        synchronized (this) {
            lastDealt = spec.folds().active() ? new LastDealt(wanted, decoded) : null;
        }
        return decoded;
    }

    /**
     * Every example of a source, as it was read: before limits, splits and scaling.
     *
     * @param sweepSeed decides which examples are kept for testing, where the source leaves that open
     * @throws DataException where the source cannot be read
     */
    public Decoded decode(DataSource source, long sweepSeed) throws DataException {
        return source(source, RandomStream.SPLIT.seed(sweepSeed)).read();
    }

    private ExampleSource source(DatasetSpec spec, long seed) throws DataException {
        return spec.source() instanceof DataSource.Csv csv
                ? new CsvSource(hadoop, csv, seed, spec.split())
                : source(spec.source(), seed);
    }

    private ExampleSource source(DataSource source, long seed) throws DataException {
        if (source instanceof DataSource.Digits digits) {
            return new DigitsSource(digits);
        }
        if (source instanceof DataSource.Plane plane) {
            return new PlaneSource(plane);
        }
        if (source instanceof DataSource.Folder folder) {
            String home = dataHome.orElseThrow(() -> Wanted.missing(folder.name(), "no place of data sets is known"));
            return new IdxFolder(hadoop, home, folder.name()).source();
        }
        if (source instanceof DataSource.Idx idx) {
            return new IdxSource(
                    file(idx.trainFeatures()),
                    file(idx.trainLabels()),
                    file(idx.testFeatures()),
                    file(idx.testLabels()));
        }
        if (source instanceof DataSource.Images images) {
            return new ImagesSource(hadoop, images, seed);
        }
        if (source instanceof DataSource.Matlab matlab) {
            return new MatlabSource(file(matlab.file()), matlab);
        }
        if (source instanceof DataSource.Rows rows) {
            return new RowsSource(rows);
        }
        if (source instanceof DataSource.Csv csv) {
            return new CsvSource(hadoop, csv, seed);
        }
        throw new AssertionError(source);
    }

    private DataFile file(String location) {
        return new DataFile(hadoop, location);
    }
}
