package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.ColumnRule;
import nightsweep.experiments.dataset.ColumnUse;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.NumberForm;
import nightsweep.experiments.dataset.Preparing.Decimals;
import nightsweep.worker.dataset.csv.cell.CellNumber;
import nightsweep.worker.dataset.csv.cell.ColumnCells;
import nightsweep.worker.dataset.csv.cell.FoundColumn;
import nightsweep.worker.dataset.csv.cell.MissingMarks;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.preparing.Truth;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.RawColumn;

/**
 * What the columns of a table are: of a test table what they are in the training table; else what the sweep says, or what their
 * cells look like.
 */
final class ColumnFinder {
    private static final String WORDS =
            ": say under columns whether it is a category or ignored, or under missing that this"
                    + " stands for a missing number";

    private final DataSource.Csv csv;
    private final Heading heading;
    private final int label;
    private final Optional<ColumnKinds> known;
    private final List<Optional<ColumnUse>> uses = new ArrayList<>();

    /**
     * Of a table.
     *
     * @throws DataException if the sweep says something of columns that are not there, or of the label
     */
    ColumnFinder(DataFile file, DataSource.Csv csv, Heading heading, int label, Optional<ColumnKinds> known)
            throws DataException {
        this.csv = csv;
        this.heading = heading;
        this.label = label;
        this.known = known;
        List<String> names = heading.names();
        for (int column = 0; column < names.size(); column++) {
            uses.add(
                    column == label
                            ? Optional.empty()
                            : known.isPresent() ? ofTraining(names.get(column)) : said(column));
        }
        if (known.isEmpty()) {
            check(file);
        }
    }

    private Optional<ColumnUse> ofTraining(String name) {
        ColumnKinds training = known.orElseThrow();
        return training.unused().contains(name)
                ? Optional.of(ColumnUse.IGNORED)
                : training.find(name).map(RawColumn::use);
    }

    private Optional<ColumnUse> said(int column) {
        List<ColumnRule> rules = csv.preparing().rules();
        List<String> names = heading.names();
        return rules.stream()
                .filter(rule -> rule.names(names) && rule.means(column, names))
                .findFirst()
                .or(() ->
                        rules.stream().filter(rule -> rule.means(column, names)).findFirst())
                .map(ColumnRule::use);
    }

    private void check(DataFile file) throws DataException {
        List<String> names = heading.names();
        for (ColumnRule rule : csv.preparing().rules()) {
            int[] meant = IntStream.range(0, names.size())
                    .filter(column -> rule.means(column, names))
                    .toArray();
            if (meant.length == 0) {
                throw file.fault("columns or split names \"" + rule.columns()
                        + "\", but it has no such column; its columns are " + Heading.told(String.join(", ", names)));
            }
            if (rule.exceeds(names)) {
                throw file.fault("columns says that " + rule.columns() + " are "
                        + rule.use().label() + ", but it has the columns 1 to " + names.size());
            }
            if (meant.length == 1 && meant[0] == label) {
                throw file.fault("columns says that \"" + rule.columns() + "\" is "
                        + rule.use().label() + ", but it is the label");
            }
        }
    }

    /** What is known of a column before it is read. */
    Optional<ColumnUse> use(int column) {
        return uses.get(column);
    }

    /** What all columns are, with a number for each cell; what is none is added to {@code problems}. */
    RawRows.Resolved resolve(RawRows raw, RowProblems problems) {
        List<RawColumn> columns = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<String> unused = new ArrayList<>();
        IntStream.Builder kept = IntStream.builder();
        for (int column = 0; column < uses.size(); column++) {
            if (column != label && uses.get(column).equals(Optional.of(ColumnUse.IGNORED))) {
                unused.add(heading.names().get(column));
            }
        }
        Decimals decimals = decimals(raw.cells());
        for (int at = 0; at < raw.width(); at++) {
            int column = raw.columns()[at];
            String name = heading.names().get(column);
            String told = heading.told().get(column);
            FoundColumn found = found(name, column, raw.cells().get(at), decimals);
            if (found.use() == ColumnUse.IGNORED) {
                unused.add(name);
                notes.add(told + " " + found.reason() + ": it is left out, unless columns says what it is");
            } else {
                kept.add(at);
                long missing = resolve(raw, at, found, told, problems);
                boolean zeros = found.use() == ColumnUse.NUMBER
                        && uses.get(column).isEmpty()
                        && raw.cells().get(at).hasLeadingZeros();
                columns.add(new RawColumn(
                        name,
                        told,
                        column,
                        found.use(),
                        found.form(),
                        found.sign(),
                        found.values(),
                        missing,
                        zeros,
                        found.use() == ColumnUse.NUMBER
                                && decimals() == Decimals.FOUND
                                && raw.cells().get(at).mayHaveThousands()
                                && raw.cells().stream().noneMatch(ColumnCells::hasSurePoint)));
                note(found, raw.cells().get(at)).ifPresent(note -> notes.add(told + note));
            }
        }
        int[] places = kept.build().toArray();
        return new RawRows.Resolved(
                new ColumnKinds(columns, heading.names().size(), unused, notes),
                raw.of(places),
                IntStream.of(places)
                        .mapToDouble(at -> raw.cells().get(at).rounded())
                        .toArray());
    }

    /** As the sweep says, or else the training table. */
    Decimals decimals() {
        return known.isPresent()
                        && known.get().columns().stream()
                                .anyMatch(column -> column.form() == NumberForm.DECIMAL_COMMA
                                        || column.form() == NumberForm.DECIMAL_COMMA_AND_POINT)
                ? Decimals.COMMA
                : csv.preparing().decimals();
    }

    /** What all columns together leave no doubt about. */
    Decimals decimals(List<ColumnCells> cells) {
        if (decimals() != Decimals.FOUND) {
            return decimals();
        }
        boolean point = cells.stream().anyMatch(ColumnCells::hasDecimalPoint);
        boolean comma = cells.stream().anyMatch(ColumnCells::hasDecimalComma);
        return point == comma ? Decimals.FOUND : point ? Decimals.POINT : Decimals.COMMA;
    }

    private static Optional<String> note(FoundColumn found, ColumnCells cells) {
        if (cells.texts().isEmpty()) {
            return Optional.empty();
        }
        if (!found.sign().isEmpty()) {
            return Optional.of(" has numbers with " + found.sign() + ", which is left out"
                    + (found.form() == NumberForm.DECIMAL_COMMA || found.form() == NumberForm.DECIMAL_COMMA_AND_POINT
                            ? ", and commas before decimals"
                            : ""));
        }
        return switch (found.form()) {
            case PLAIN -> Optional.empty();
            case PER_CENT -> Optional.of(" is in per cent: the signs are left out");
            case THOUSANDS -> Optional.of(" has commas between thousands, as decimals stand behind points");
            case DECIMAL_COMMA -> Optional.of(" has commas before decimals");
            case DECIMAL_COMMA_AND_POINT ->
                Optional.of(" has commas before decimals, and points between thousands: 1.079 is 1079");
            case CLOCK -> Optional.of(" is in hours, minutes and seconds, which become seconds");
        };
    }

    private FoundColumn found(String name, int column, ColumnCells cells, Decimals decimals) {
        Optional<RawColumn> training = known.flatMap(kinds -> kinds.find(name));
        if (training.isPresent()) {
            return new FoundColumn(
                    training.get().use(),
                    training.get().form(),
                    training.get().sign(),
                    training.get().values(),
                    "");
        }
        return use(column)
                .map(use -> FoundColumn.said(use, cells, decimals))
                .orElseGet(() -> FoundColumn.of(cells, decimals));
    }

    /** Puts a number for each text of a column; how many cells are missing. */
    private long resolve(RawRows raw, int at, FoundColumn found, String told, RowProblems problems) {
        ColumnCells cells = raw.cells().get(at);
        List<String> texts = cells.texts();
        long missing = cells.missing();
        if (texts.isEmpty() && !found.isMarked()) {
            return missing;
        }
        MissingMarks marks = MissingMarks.of(csv.preparing().missing());
        Map<String, Integer> places = new HashMap<>();
        found.values().forEach(value -> places.put(value, places.size()));
        for (int row = 0; row < raw.rows(); row++) {
            if (!cells.hasText(row)) {
                if (found.isMarked() && !Double.isNaN(raw.values()[row * raw.width() + at])) {
                    unmarked(raw, row, at, found, told, problems);
                }
                continue;
            }
            int code = cells.code(row);
            String text = code < 0 ? "" : texts.get(code);
            int place = row * raw.width() + at;
            switch (found.use()) {
                case CATEGORY -> raw.values()[place] = places.getOrDefault(text, (int) RawColumn.UNKNOWN);
                case FLAG -> {
                    OptionalInt truth = Truth.of(text);
                    raw.values()[place] = truth.orElse(0);
                    if (truth.isEmpty()) {
                        String what = ": \"" + text + "\" is neither yes nor no, true nor false, 1 nor 0";
                        problem(raw, row, at, told, what, what, problems);
                    }
                }
                default -> {
                    double number =
                            found.form() == NumberForm.PLAIN && found.sign().isEmpty()
                                    ? Double.NaN
                                    : CellNumber.of(text, found.form(), found.sign());
                    if (!Double.isNaN(number)) {
                        raw.values()[place] = number;
                    } else if (marks.hasAmongNumbers(text)) {
                        missing++;
                    } else {
                        objection(raw, row, at, told, text, problems);
                    }
                }
            }
        }
        return missing;
    }

    /** A number among such as have a sign. */
    private static void unmarked(RawRows raw, int row, int at, FoundColumn found, String told, RowProblems problems) {
        String what = switch (found.form()) {
            case CLOCK -> " is a number, but the others of its column are hours, minutes and seconds: write it so";
            case PER_CENT ->
                " is a number without the per cent sign that the others of its column have: write it so,"
                        + " such as 10% for 0.1";
            default -> " is a number without the " + found.sign() + " that the others of its column have: write it so";
        };
        problem(raw, row, at, told, what, what, problems);
    }

    private void objection(RawRows raw, int row, int at, String told, String text, RowProblems problems) {
        if (FoundColumn.isDate(text)) {
            String what = " is a date, and no number: say under columns that it is ignored, or a category";
            problem(raw, row, at, told, what, ": \"" + text + "\"" + what, problems);
            return;
        }
        if (CellNumber.isClock(text)) {
            String what =
                    " is a time or a duration, and no number: write all as hours:minutes:seconds, as 1:05:33, to have"
                            + " seconds, or say under columns that it is ignored, or a category";
            problem(raw, row, at, told, what, ": \"" + text + "\"" + what, problems);
            return;
        }
        boolean headless = row == 0 && csv.header() == DataSource.Header.ABSENT;
        String hint = headless ? ". Has the table a header?" : CellNumber.isUnknown(text) ? WORDS : "";
        problem(raw, row, at, told, CellNumber.reason(text), CellNumber.objection(text) + hint, problems);
    }

    private static void problem(
            RawRows raw, int row, int at, String told, String kind, String what, RowProblems problems) {
        long place = raw.places().place(row);
        problems.add(place, raw.columns()[at], told + kind, raw.places().told(place) + ", " + told + what);
    }
}
