package nightsweep.experiments.dataset;

import java.util.List;
import nightsweep.experiments.Checks;
import nightsweep.experiments.Named;

/** Where examples come from. Paths are URIs of any Hadoop file system, or paths of the local one. */
public sealed interface DataSource {

    /** A short name for tables and messages, such as {@code mnist}. */
    String label();

    /** The URIs and paths of its files and folders; none where it has a name alone. */
    default List<String> locations() {
        return List.of();
    }

    /** What is to be told of an example. */
    default TargetKind target() {
        return TargetKind.CLASS;
    }

    /** Whether it is read from files. */
    default boolean fromFiles() {
        return true;
    }

    /**
     * Drawn images of the ten digits, {@code features: (examples, 28 * 28)}, bytes 0..255, the classes equally many.
     *
     * @param train training examples, 10 or more
     * @param test test examples, 10 or more
     * @param noise the deviation of Gaussian pixel noise, as a share of full ink, 0 or more
     * @param distortion how far a digit is turned, sheared, scaled and shifted: 0 for not at all, 1 for as much as
     *     careful handwriting varies
     */
    record Digits(int train, int test, double noise, double distortion, long seed) implements DataSource {
        public Digits {
            if (train < 10 || test < 10) {
                throw new IllegalArgumentException(
                        "digits needs at least 10 train and 10 test examples, but got " + train + " and " + test + ".");
            }
            Checks.notNegative("noise", noise);
            Checks.notNegative("distortion", distortion);
        }

        @Override
        public String label() {
            return "digits";
        }

        @Override
        public boolean fromFiles() {
            return false;
        }
    }

    /**
     * Points of the plane in two classes, {@code features: (examples, 2)}, each coordinate within about -6..6, as in
     * the TensorFlow Playground.
     *
     * @param noise how far points stray, 0..0.5
     */
    record Plane(Shape shape, int train, int test, double noise, long seed) implements DataSource {
        public Plane {
            if (train < 2 || test < 2) {
                throw new IllegalArgumentException(shape.label()
                        + " needs at least 2 train and 2 test examples, but got " + train + " and " + test + ".");
            }
            if (!(noise >= 0 && noise <= 0.5)) {
                throw new IllegalArgumentException("noise must be within 0..0.5, but got " + noise + ".");
            }
        }

        @Override
        public String label() {
            return shape.label();
        }

        @Override
        public boolean fromFiles() {
            return false;
        }
    }

    /** How the two classes of {@link Plane} lie. */
    enum Shape implements Named {
        /** One class inside a ring of the other. */
        CIRCLE("circle"),
        /** Opposite quadrants belong together. */
        XOR("xor"),
        /** Two Gaussian clouds. */
        GAUSS("gauss"),
        /** Two spirals, each wound into the other. */
        SPIRAL("spiral");

        private final String label;

        Shape(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** A folder of that name among the user's data, holding the four canonical IDX files, gzipped or not. */
    record Folder(String name) implements DataSource {
        @Override
        public String label() {
            return name;
        }
    }

    /** IDX files, gzipped or not: images or vectors, and labels of one byte each. */
    record Idx(String trainFeatures, String trainLabels, String testFeatures, String testLabels) implements DataSource {
        @Override
        public List<String> locations() {
            return List.of(trainFeatures, trainLabels, testFeatures, testLabels);
        }

        @Override
        public String label() {
            return lastName(trainFeatures);
        }
    }

    /**
     * Examples that stand in the sweep file itself: trained on in this order, and tested on.
     *
     * @param features {@code (examples, columns)}, finite
     * @param labels the class of each example
     */
    record Rows(List<List<Double>> features, List<String> labels) implements DataSource {
        public Rows {
            features = features.stream().map(List::copyOf).toList();
            labels = List.copyOf(labels);
            if (features.isEmpty() || features.size() != labels.size()) {
                throw new IllegalArgumentException("rows needs at least one example, and a class for each.");
            }
            int columns = features.get(0).size();
            if (columns == 0 || features.stream().anyMatch(row -> row.size() != columns)) {
                throw new IllegalArgumentException(
                        "rows must be of equal length, each of one number or more and a class at its end.");
            }
        }

        @Override
        public String label() {
            return "rows";
        }

        @Override
        public boolean fromFiles() {
            return false;
        }
    }

    /**
     * Tables with a column of what is to be told: class labels, or numbers.
     *
     * @param test the test table, or empty to keep {@code testShare} of {@code train} for testing
     * @param labelColumn the name of the label column, or where there is no header its number from 1; negative numbers count
     *     from the last
     * @param testShare the share that is kept for testing, drawn by class, where {@code test} is empty
     * @param form how the rows of both are written
     */
    record Csv(
            String train,
            String test,
            Header header,
            String labelColumn,
            double testShare,
            Preparing preparing,
            TargetKind target,
            TableForm form)
            implements DataSource {

        /** Tables of text that is written as usual. */
        public Csv(
                String train,
                String test,
                Header header,
                String labelColumn,
                double testShare,
                Preparing preparing,
                TargetKind target) {
            this(train, test, header, labelColumn, testShare, preparing, target, TableForm.USUAL);
        }

        /** Tables of classes. */
        public Csv(
                String train, String test, Header header, String labelColumn, double testShare, Preparing preparing) {
            this(train, test, header, labelColumn, testShare, preparing, TargetKind.CLASS);
        }

        /** Tables of classes whose columns are what they are found to be. */
        public Csv(String train, String test, Header header, String labelColumn, double testShare) {
            this(train, test, header, labelColumn, testShare, Preparing.USUAL);
        }

        public Csv {
            Checks.fraction("test-share", testShare);
            if (test.isEmpty() && testShare == 0) {
                throw new IllegalArgumentException("csv needs a test file, or a test-share above 0.");
            }
        }

        /** The same with other preparing. */
        public Csv with(Preparing other) {
            return new Csv(train, test, header, labelColumn, testShare, other, target, form);
        }

        @Override
        public List<String> locations() {
            if (form instanceof TableForm.Spark spark && !TableForm.Spark.FILES.contains(spark.format())) {
                return List.of();
            }
            return test.isEmpty() ? List.of(train) : List.of(train, test);
        }

        @Override
        public String label() {
            return lastName(train);
        }
    }

    /**
     * A MATLAB 5 file with a cell array of grey pictures of any sizes and an array of their classes; the first cells train,
     * those after them test. Pictures are brought to one size as {@link ImageSize} says.
     *
     * @param images the name of the cell array
     * @param labels the name of the array of whole numbers, one a picture
     */
    record Matlab(String file, String images, String labels, ImageSize size, int train, int test)
            implements DataSource {
        public Matlab {
            Checks.positive("train", train);
            Checks.positive("test", test);
        }

        @Override
        public List<String> locations() {
            return List.of(file);
        }

        @Override
        public String label() {
            return lastName(file);
        }
    }

    /**
     * Folders of JPEG and PNG files: a folder a class, named after it. Pictures are brought to one size as
     * {@link ImageSize} says; {@code features: (examples, channels * height * width)}, bytes 0..255.
     *
     * @param train the folder of the classes' folders
     * @param test the same to test on, or empty to keep {@code testShare} of {@code train} for testing
     * @param testShare the share that is kept for testing, drawn by class, where {@code test} is empty
     */
    record Images(String train, String test, double testShare, ImageSize size, Colours colours) implements DataSource {
        public Images {
            Checks.fraction("test-share", testShare);
            if (test.isEmpty() && testShare == 0) {
                throw new IllegalArgumentException("images needs a test folder, or a test-share above 0.");
            }
        }

        @Override
        public List<String> locations() {
            return test.isEmpty() ? List.of(train) : List.of(train, test);
        }

        /** The folder's name, or that of the folder around it where it only says what it is for. */
        @Override
        public String label() {
            String path = train.replaceAll("/+$", "");
            String around = path.contains("/") ? lastName(path.substring(0, path.lastIndexOf('/'))) : "";
            return lastName(path).matches("train(ing)?") && !around.isEmpty() ? around : lastName(path);
        }
    }

    /** What is kept of a picture's colours. */
    enum Colours implements Named {
        /** Three planes: red, green, blue. */
        RGB("rgb"),
        /** One plane: 0.299 red + 0.587 green + 0.114 blue, rounded (ITU-R BT.601). */
        GREY("grey");

        private final String label;

        Colours(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        /** Planes a picture. */
        public int channels() {
            return this == RGB ? 3 : 1;
        }
    }

    /** Whether the first line of a table names its columns. */
    enum Header implements Named {
        PRESENT("present"),
        ABSENT("absent");

        private final String label;

        Header(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
