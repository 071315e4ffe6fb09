package nightsweep.driver.report.trial;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.sweep.TrialId;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What a trial's test left in files: how well its outputs tell classes apart, and what it was wrong about. Empty lists
 * where it left none.
 *
 * @param roc false positive rate and true positive rate, of each class and of their averages
 * @param precisionRecall recall and precision likewise
 * @param mistakes the most confident first
 */
record TestFiles(List<Line> roc, List<Line> precisionRecall, List<Mistake> mistakes) {
    static final TestFiles NONE = new TestFiles(List.of(), List.of(), List.of());

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    private static final int MOST_POINTS = 60;
    private static final int MOST_LINES = TrialDetail.MOST_CLASSES + 2;

    /** A curve through points of a square, thinned. */
    record Line(String name, List<Double> x, List<Double> y) {}

    /**
     * A test example that was taken for another class.
     *
     * @param probability of the class that it was taken for
     * @param pixels in Base64, {@code (channels, height, width)}, one byte each; empty where examples are no pictures
     */
    record Mistake(
            long example,
            String actual,
            String predicted,
            double probability,
            int channels,
            int height,
            int width,
            String pixels) {}

    static TestFiles of(TrialId trial, TrialFiles files) throws IOException {
        return new TestFiles(
                lines(records(trial, "roc.csv", files)),
                lines(records(trial, "precision-recall.csv", files)),
                records(trial, "wrong.csv", files).stream()
                        .map(TestFiles::mistake)
                        .toList());
    }

    /** How much of a page it takes, roughly. */
    long characters() {
        return mistakes.stream().mapToLong(mistake -> mistake.pixels().length()).sum();
    }

    /** The same without pictures. */
    TestFiles withoutMistakes() {
        return new TestFiles(roc, precisionRecall, List.of());
    }

    private static List<CSVRecord> records(TrialId trial, String name, TrialFiles files) throws IOException {
        try (CSVParser parser =
                CSVParser.parse(new StringReader(files.text(trial, name).orElse("")), FORMAT)) {
            return parser.getRecords();
        }
    }

    /** Rows of the same class, in its first column, follow each other; the next two columns hold the points. */
    private static List<Line> lines(List<CSVRecord> records) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= records.size(); i++) {
            if (i == records.size()
                    || !records.get(i).get(0).equals(records.get(from).get(0))) {
                lines.add(line(records.subList(from, i)));
                from = i;
            }
        }
        return lines.size() <= MOST_LINES ? lines : lines.subList(lines.size() - 2, lines.size());
    }

    private static Line line(List<CSVRecord> points) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        int step = Math.max(1, (points.size() + MOST_POINTS - 1) / MOST_POINTS);
        for (int i = 0; i < points.size(); i++) {
            if (i % step == 0 || i == points.size() - 1) {
                x.add(number(points.get(i).get(1)));
                y.add(number(points.get(i).get(2)));
            }
        }
        return new Line(points.get(0).get(0), x, y);
    }

    private static Mistake mistake(CSVRecord row) {
        return new Mistake(
                Long.parseLong(row.get("example")),
                row.get("actual"),
                row.get("predicted"),
                number(row.get("probability")),
                whole(row.get("channels")),
                whole(row.get("height")),
                whole(row.get("width")),
                row.get("pixels"));
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static int whole(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
}
