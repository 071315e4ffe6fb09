package nightsweep.experiments.sweepfile.data;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nightsweep.experiments.Checks;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Folds;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.dataset.Splitting;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.Suggestion;
import nightsweep.experiments.yaml.Tree;
import nightsweep.experiments.yaml.Values;

/** Reads {@code dataset}; its defaults stand here. */
public final class DatasetReader {
    /** Keys that only generated data have. */
    private static final List<String> OF_GENERATED = List.of("train", "test", "noise", "distortion", "seed");

    private static final List<String> SOURCES = Stream.of(
                    List.of("name", "images", "idx", "csv"),
                    SparkFormReader.FORMATS,
                    List.of("spark", "matlab", "rows"))
            .flatMap(List::stream)
            .toList();
    /** A folder, or a prefix of files in one. */
    private static final Pattern PLAIN_NAME =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)?");

    private static final DataSource STAND_IN = new DataSource.Folder("unknown");

    private static final int DIGITS_TRAIN = 4000;
    private static final int DIGITS_TEST = 1000;
    private static final double DIGITS_NOISE = 0.2;
    private static final double DIGITS_DISTORTION = 1;
    private static final int PLANE_POINTS = 250;
    private static final long DATA_SEED = 1;
    private static final double TEST_SHARE = 0.2;

    private DatasetReader() {}

    public static DatasetSpec read(Problems problems, Tree tree) {
        if (tree instanceof Tree.Scalar scalar && !scalar.isNothing()) {
            DataSource source = named(Section.empty(problems, tree.place()), scalar);
            return new DatasetSpec(source, usualScaling(source), 0, 0, 0);
        }
        Section section = Section.of(problems, "dataset", tree);
        DataSource source = source(section);
        Scaling scaling = section.find("scaling")
                .map(written -> scaling(problems, written))
                .orElseGet(() -> usualScaling(source));
        double validation = section.number("validation", 0, Checks::fraction);
        int trainLimit = section.wholeNumber("train-limit", 0, Checks::notNegative);
        int testLimit = section.wholeNumber("test-limit", 0, Checks::notNegative);
        Splitting split = section.find("split")
                .map(written -> SplittingReader.read(problems, written, source))
                .orElse(Splitting.STRATIFIED);
        int folds = folds(section, split);
        section.done();
        return new DatasetSpec(
                source, scaling, folds > 1 ? 0 : validation, trainLimit, testLimit, split, Folds.of(folds));
    }

    /** How many; 1 where there are none, or where something speaks against them. */
    private static int folds(Section section, Splitting split) {
        int folds = section.wholeNumber("folds", 1, Checks::positive);
        if (folds == 1) {
            return 1;
        }
        int before = section.problems().complaints();
        if (section.has("validation")) {
            section.problems()
                    .add(
                            section.required("folds").place(),
                            "folds has no place beside validation: each fold in turn is kept for validation. Leave one of"
                                    + " them out.");
        }
        if (split.by() == Splitting.By.TIME) {
            section.problems()
                    .add(
                            section.required("folds").place(),
                            "folds has no place beside split by-time: all folds but one are trained on, and some of those"
                                    + " lie after it. Keep a validation share, which are the last rows.");
        }
        return section.problems().complaints() > before ? 1 : folds;
    }

    private static DataSource source(Section section) {
        List<String> given = SOURCES.stream().filter(section::has).toList();
        if (given.size() != 1) {
            section.problems()
                    .add(
                            section.place(),
                            "dataset needs one of " + String.join(", ", SOURCES.subList(0, SOURCES.size() - 1))
                                    + " and "
                                    + SOURCES.get(SOURCES.size() - 1) + ", but got "
                                    + (given.isEmpty() ? "none" : String.join(" and ", given)) + ".");
        }
        if (given.isEmpty()) {
            return STAND_IN;
        }
        return switch (given.get(0)) {
            case "name" -> named(section, section.required("name"));
            case "idx" -> idx(section.section("idx"));
            case "images" -> PicturesReader.images(section.section("images"), STAND_IN);
            case "matlab" -> PicturesReader.matlab(section.section("matlab"), STAND_IN);
            case "rows" -> RowsReader.read(section, section.required("rows"), STAND_IN);
            default -> TableReader.read(section.section(given.get(0)), given.get(0), STAND_IN);
        };
    }

    private static DataSource named(Section section, Tree tree) {
        String name = Values.text(section.problems(), "name", tree, STAND_IN.label());
        if (name.equals("digits")) {
            return digits(section);
        }
        for (DataSource.Shape shape : DataSource.Shape.values()) {
            if (shape.label().equals(name)) {
                return plane(section, shape);
            }
        }
        if (!PLAIN_NAME.matcher(name).matches()) {
            section.problems()
                    .add(
                            tree.place(),
                            "name must be the name of a folder among the data, but got " + tree.found()
                                    + ". Give paths with images, idx or csv.");
        }
        List<String> generators = OF_GENERATED.stream().filter(section::has).toList();
        if (!generators.isEmpty()) {
            section.problems().add(tree.place(), ofGenerated(tree, generators, name));
        }
        return new DataSource.Folder(name);
    }

    private static String ofGenerated(Tree tree, List<String> keys, String name) {
        List<String> generated = Stream.concat(
                        Stream.of("digits"),
                        Stream.of(DataSource.Shape.values()).map(DataSource.Shape::label))
                .toList();
        return "name " + tree.found() + " means a folder among the data, but " + String.join(", ", keys)
                + (keys.size() == 1 ? " belongs" : " belong") + " to data that are generated. "
                + Suggestion.among(generated, name);
    }

    private static DataSource digits(Section section) {
        int train = section.wholeNumber("train", DIGITS_TRAIN, Checks::positive);
        int test = section.wholeNumber("test", DIGITS_TEST, Checks::positive);
        double noise = section.number("noise", DIGITS_NOISE, Checks::notNegative);
        double distortion = section.number("distortion", DIGITS_DISTORTION, Checks::notNegative);
        long seed = seed(section);
        return section.build(STAND_IN, () -> new DataSource.Digits(train, test, noise, distortion, seed));
    }

    private static DataSource plane(Section section, DataSource.Shape shape) {
        int train = section.wholeNumber("train", PLANE_POINTS, Checks::positive);
        int test = section.wholeNumber("test", PLANE_POINTS, Checks::positive);
        double noise = section.number("noise", 0, Checks::notNegative);
        long seed = seed(section);
        return section.build(STAND_IN, () -> new DataSource.Plane(shape, train, test, noise, seed));
    }

    private static long seed(Section section) {
        return section.find("seed")
                .map(tree ->
                        Values.longNumber(section.problems(), "seed", tree, DATA_SEED, Long.MIN_VALUE, Long.MAX_VALUE))
                .orElse(DATA_SEED);
    }

    private static DataSource idx(Section section) {
        List<String> paths = Stream.of("train-features", "train-labels", "test-features", "test-labels")
                .map(key -> Values.text(section.problems(), key, section.required(key), "unknown"))
                .toList();
        section.done();
        return new DataSource.Idx(paths.get(0), paths.get(1), paths.get(2), paths.get(3));
    }

    /** The share that is kept for testing where no other data are; 0 where there are. */
    static double testShare(Section section) {
        if (section.has("test") && section.has("test-share")) {
            section.problems().add(section.required("test-share").place(), "test-share has no use beside test.");
        }
        return section.number("test-share", section.has("test") ? 0 : TEST_SHARE, Checks::fraction);
    }

    private static Scaling usualScaling(DataSource source) {
        if (source instanceof DataSource.Plane || source instanceof DataSource.Rows) {
            return new Scaling.None();
        } else if (source instanceof DataSource.Csv) {
            return new Scaling.Measured(Scaling.Over.COLUMN);
        }
        return new Scaling.Unit();
    }

    private static Scaling scaling(Problems problems, Tree tree) {
        return ScalingReader.read(problems, tree);
    }
}
