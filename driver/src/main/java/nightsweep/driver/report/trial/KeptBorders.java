package nightsweep.driver.report.trial;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import nightsweep.driver.summary.ranking.BestTrial;
import nightsweep.driver.summary.ranking.Merit;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.outcome.TrialOutcome;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Trial;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Finds the best completed trial of each configuration, and the picture that it left of its decision border. */
public final class KeptBorders {
    private static final int MOST = 100;
    private static final int GRADES = 255;

    private final BiFunction<Trial, TrialOutcome.Completed, Merit> merit;
    private final Comparator<Candidate> bestFirst;
    private final Map<Integer, Candidate> candidates = new TreeMap<>();

    public KeptBorders(Objective.Goal goal, BiFunction<Trial, TrialOutcome.Completed, Merit> merit) {
        this.merit = merit;
        this.bestFirst = Comparator.comparing(Candidate::merit, Merit.bestFirst(goal));
    }

    /** A trial that may have left a picture. */
    private record Candidate(Trial trial, Merit merit, List<String> labels) {}

    /**
     * What is found.
     *
     * @param cut whether there are more configurations than a page can hold
     * @param unreadable numbers of trials whose files are no such tables
     */
    public record Kept(BorderData data, boolean cut, List<Integer> unreadable) {}

    public void add(Trial trial, TrialOutcome outcome) {
        if (outcome instanceof TrialOutcome.Completed completed) {
            Candidate fresh = new Candidate(
                    trial,
                    merit.apply(trial, completed),
                    completed.test().confusion().labels());
            candidates.merge(trial.configuration().number(), fresh, BinaryOperator.minBy(bestFirst));
        }
    }

    /**
     * Of the best configurations and the first in the plan, in its order. A data set whose first trial left no picture is
     * not asked for again.
     *
     * @param winners the trials that stand for the best configurations
     */
    public Kept all(List<BestTrial> winners, TrialFiles files) throws IOException {
        List<BorderData.Plane> planes = new ArrayList<>();
        Map<String, Integer> known = new LinkedHashMap<>();
        List<BorderData.Picture> pictures = new ArrayList<>();
        Set<DatasetSpec> without = new LinkedHashSet<>();
        List<Integer> unreadable = new ArrayList<>();
        boolean cut = false;
        for (Candidate candidate : bestFirst(winners)) {
            Trial trial = candidate.trial();
            DatasetSpec dataset = trial.dataset();
            if (without.contains(dataset)) {
                continue;
            }
            Optional<String> cells = files.text(trial.id(), "border.csv");
            Optional<String> points = files.text(trial.id(), "border-points.csv");
            if (cells.isEmpty() || points.isEmpty()) {
                without.add(dataset);
                continue;
            }
            if (pictures.size() == MOST) {
                cut = true;
                break;
            }
            try {
                List<CSVRecord> rows = records(cells.get());
                Integer plane = known.get(points.get());
                if (plane == null) {
                    planes.add(plane(rows, records(points.get()), candidate.labels()));
                    plane = planes.size() - 1;
                    known.put(points.get(), plane);
                }
                pictures.add(picture(trial, plane, candidate.labels(), rows));
            } catch (IllegalArgumentException
                    | IllegalStateException
                    | IndexOutOfBoundsException
                    | UncheckedIOException e) {
                unreadable.add(trial.number());
            }
        }
        pictures.sort(Comparator.comparingInt(BorderData.Picture::configuration));
        return new Kept(new BorderData(planes, pictures), cut, unreadable);
    }

    private List<Candidate> bestFirst(List<BestTrial> winners) {
        Map<Integer, Candidate> ordered = new LinkedHashMap<>();
        for (BestTrial winner : winners) {
            int number = winner.trial().configuration().number();
            Optional.ofNullable(candidates.get(number)).ifPresent(candidate -> ordered.put(number, candidate));
        }
        candidates.forEach(ordered::putIfAbsent);
        return List.copyOf(ordered.values());
    }

    private static BorderData.Picture picture(Trial trial, int plane, List<String> labels, List<CSVRecord> rows) {
        boolean graded = labels.size() == 2;
        int columns = rows.get(0).size() - 1;
        byte[] cells = new byte[(rows.size() - 1) * columns];
        for (int i = 0; i < cells.length; i++) {
            String cell = rows.get(1 + i / columns).get(1 + i % columns);
            cells[i] = (byte) (graded ? grade(cell) : place(cell, labels));
        }
        return new BorderData.Picture(
                trial.number(),
                trial.configuration().number(),
                plane,
                labels,
                graded,
                columns,
                Base64.getEncoder().encodeToString(cells));
    }

    /** Which class a name is of; tables put an apostrophe before one that a spreadsheet would run. */
    private static int place(String name, List<String> labels) {
        int place = labels.indexOf(name);
        return place < 0 && name.startsWith("'") ? labels.indexOf(name.substring(1)) : place;
    }

    /** What is not a number leans nowhere. */
    private static long grade(String cell) {
        return Math.round(GRADES * (cell.isEmpty() ? 0.5 : Double.parseDouble(cell)));
    }

    /** Cells are given by their middles. */
    private static BorderData.Plane plane(List<CSVRecord> rows, List<CSVRecord> points, List<String> labels) {
        CSVRecord heading = rows.get(0);
        int last = heading.size() - 1;
        double left = number(heading, 1);
        double right = number(heading, last);
        double top = number(rows.get(1), 0);
        double bottom = number(rows.get(rows.size() - 1), 0);
        double halfColumn = (right - left) / (last - 1) / 2;
        double halfRow = (top - bottom) / (rows.size() - 2) / 2;
        Map<List<String>, BorderData.Points> groups = new LinkedHashMap<>();
        for (CSVRecord point : points.subList(1, points.size())) {
            BorderData.Points group = groups.computeIfAbsent(
                    List.of(point.get(0), point.get(3)),
                    key -> new BorderData.Points(
                            key.get(0), place(key.get(1), labels), new ArrayList<>(), new ArrayList<>()));
            group.x().add(number(point, 1));
            group.y().add(number(point, 2));
        }
        return new BorderData.Plane(
                left - halfColumn, right + halfColumn, bottom - halfRow, top + halfRow, List.copyOf(groups.values()));
    }

    private static double number(CSVRecord row, int place) {
        return Double.parseDouble(row.get(place));
    }

    private static List<CSVRecord> records(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
            return parser.getRecords();
        }
    }
}
