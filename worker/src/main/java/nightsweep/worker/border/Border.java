package nightsweep.worker.border;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightsweep.experiments.sweep.Trial;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.ExampleSet;
import nightsweep.worker.engine.Targets;
import nightsweep.worker.evaluation.CsvText;
import nightsweep.worker.evaluation.TableFile;
import nightsweep.worker.evaluation.TestScores;

/** Where a network draws its border through a data set of two features. */
public final class Border {
    private static final String PICTURE = "border.svg";
    private static final int MOST_POINTS = 500;
    private static final int FOUR_DIGITS = 10_000;

    private final Plane plane;
    private final Dataset dataset;

    private Border(Plane plane, Dataset dataset) {
        this.plane = plane;
        this.dataset = dataset;
    }

    /** The border to be found in a data set; empty where its examples do not have two features. */
    public static Optional<Border> of(Dataset dataset) {
        return dataset.number().isPresent()
                ? Optional.empty()
                : Plane.of(dataset).map(plane -> new Border(plane, dataset));
    }

    /** What a network has to be asked for. */
    public ExampleSet cells() {
        return plane.cells(dataset.train().scale());
    }

    /**
     * Files for the folder of a trial.
     *
     * <p>{@code border.csv} has a row for each row of cells, the greatest second feature first, which is its first
     * column; the heading has the first feature of each column. Of two classes a cell says how much it is taken for the
     * second, 0..1, the border at 0.5; of more the class that it is taken for. {@code border-points.csv} has some examples,
     * {@code border.svg} is the picture.
     *
     * @param scores of {@link #cells}
     * @param targets of the output layer
     * @param title of the picture
     */
    public List<TableFile> files(TestScores scores, Targets targets, String title) {
        boolean graded = scores.classes() == 2;
        CsvText csv = new CsvText(heading());
        int[] levels = new int[Plane.SIDE * Plane.SIDE];
        for (int row = 0; row < Plane.SIDE; row++) {
            Object[] fields = new Object[Plane.SIDE + 1];
            fields[0] = plane.y(row);
            for (int column = 0; column < Plane.SIDE; column++) {
                int cell = row * Plane.SIDE + column;
                double lean = graded ? lean(scores, targets, cell) : 0;
                fields[column + 1] = graded ? text(lean) : scores.labels().get(scores.predicted()[cell]);
                levels[cell] = graded ? BorderPicture.level(lean) : scores.predicted()[cell];
            }
            csv.row(fields);
        }
        Map<String, List<Point>> points = points();
        BorderPicture picture = new BorderPicture(plane, levels, graded);
        return List.of(
                new TableFile("border.csv", csv.text()),
                new TableFile("border-points.csv", text(points)),
                new TableFile(PICTURE, picture.svg(points, title)));
    }

    /** What the picture of a trial is called. */
    public static String title(Trial trial) {
        return trial.configuration().label() + ", " + trial.turn();
    }

    /** A file of a trial's folder as another trial has it, which is the same computation. */
    public static TableFile retitled(TableFile file, Trial trial) {
        return file.name().equals(PICTURE)
                ? new TableFile(PICTURE, BorderPicture.retitled(file.text(), title(trial)))
                : file;
    }

    private String[] heading() {
        String[] heading = new String[Plane.SIDE + 1];
        heading[0] = "y";
        for (int column = 0; column < Plane.SIDE; column++) {
            heading[column + 1] = CsvText.digits(plane.x(column));
        }
        return heading;
    }

    /** How much a cell is taken for the second of two classes: 0 and 1 are what the output layer is trained towards. */
    private static double lean(TestScores scores, Targets targets, int cell) {
        double span = Math.abs(targets.value(1, 0) - targets.value(0, 0));
        double lean = 0.5 + (scores.score(cell, 1) - scores.score(cell, 0)) / (2 * span);
        return Math.max(0, Math.min(1, lean));
    }

    /** Four digits after the point, without zeros at the end; nothing of what is no number. */
    private static String text(double lean) {
        if (Double.isNaN(lean)) {
            return "";
        }
        int digits = (int) Math.rint(lean * FOUR_DIGITS);
        if (digits % FOUR_DIGITS == 0) {
            return digits == 0 ? "0" : "1";
        }
        String text = Integer.toString(FOUR_DIGITS + digits);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return "0." + text.substring(1, end);
    }

    private Map<String, List<Point>> points() {
        Map<String, List<Point>> points = new LinkedHashMap<>();
        points.put("train", Point.of(dataset.train(), MOST_POINTS));
        dataset.validation().ifPresent(examples -> points.put("validation", Point.of(examples, MOST_POINTS)));
        points.put("test", Point.of(dataset.test(), MOST_POINTS));
        return points;
    }

    private String text(Map<String, List<Point>> points) {
        CsvText csv = new CsvText("set", "x", "y", "class");
        List<String> labels = new ArrayList<>(dataset.labels());
        points.forEach(
                (set, all) -> all.forEach(point -> csv.row(set, point.x(), point.y(), labels.get(point.label()))));
        return csv.text();
    }
}
