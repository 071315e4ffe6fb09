package nightsweep.worker.prediction;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nightsweep.experiments.dataset.Preparation;
import nightsweep.experiments.dataset.TableColumns;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.experiments.outcome.ModelInputs;
import nightsweep.worker.dataset.csv.Heading;
import nightsweep.worker.dataset.csv.cell.CellNumber;
import nightsweep.worker.dataset.csv.line.CsvLine;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of a table's lines a model takes: by the names of columns where both have them, else as they stand.
 *
 * @param separator of cells in a line; 0 where rows are not lines
 * @param heading whether the first line is names
 * @param cells how many a line has, but for one that ends with a separator
 * @param places where the value of each of the model's columns is
 * @param label where the label is; -1 where there is none
 * @param compared whether labels are read, and not passed over
 * @param classes that a label may be of; empty for any, where labels with a name are passed over
 * @param pixels whether values are whole numbers of 0 to 255
 * @param remarks what a person should know of it, in sentences
 * @param writing how cells are written in lines
 * @param prepared how cells go into the model; null where they are numbers as they stand
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ExampleColumns(
        char separator,
        boolean heading,
        int cells,
        boolean endsWithSeparator,
        int[] places,
        int label,
        boolean compared,
        List<String> classes,
        boolean pixels,
        List<String> remarks,
        Writing writing,
        @Nullable PreparedCells prepared)
        implements Serializable {
    private static final int NONE = -1;

    /** Of tables that have columns, and no lines. */
    private static final char NO_SEPARATOR = 0;

    private static final double GREATEST_PIXEL = 255;
    private static final Set<String> USUAL_LABELS = Set.of("label", "class", "target");

    ExampleColumns {
        classes = List.copyOf(classes);
        remarks = List.copyOf(remarks);
    }

    /**
     * How a table with this first line goes into a model.
     *
     * @throws DataException if it does not, or has no labels where they are to be compared
     */
    static ExampleColumns of(ModelCard card, String firstLine, DataFile file, Labels labels) throws DataException {
        return of(card, firstLine, file, labels, Writing.USUAL, Optional.empty());
    }

    /**
     * How a table with this first line goes into a model.
     *
     * @param writing how the table was written that the model was trained on
     * @param said what the file itself says that cells are apart by
     * @throws DataException if it does not, or has no labels where they are to be compared
     */
    static ExampleColumns of(
            ModelCard card, String firstLine, DataFile file, Labels labels, Writing writing, Optional<Character> said)
            throws DataException {
        char separator = said.orElseGet(() -> separator(card, CsvLine.unmarked(firstLine), writing));
        List<String> cells = cells(firstLine, separator, writing, file);
        Builder builder = Builder.of(card, file, separator, cells, labels, writing);
        return builder.isHeading(cells)
                ? builder.under(Heading.of(cells, file))
                : builder.asTheyStand(cells.size(), false, false);
    }

    /**
     * How a table whose columns have these names goes into a model.
     *
     * @throws DataException if it does not, or has no labels where they are to be compared
     */
    static ExampleColumns named(ModelCard card, List<String> names, DataFile file, Labels labels) throws DataException {
        return Builder.of(card, file, NO_SEPARATOR, names, labels, Writing.USUAL)
                .under(Heading.of(names, file));
    }

    /**
     * Whether another file of the same table begins with the names too: where its first line is the table's.
     *
     * @param tableLine the first line of the table's first file
     * @param fileLine that of the other
     * @throws DataException if it is names, but not those
     */
    boolean isHeadingToo(String tableLine, String fileLine, ModelCard card, DataFile file) throws DataException {
        List<String> cells = cells(fileLine, separator, writing, file);
        if (heading && cells.equals(cells(tableLine, separator, writing, file))) {
            return true;
        }
        Builder builder = Builder.of(card, file, separator, cells, Labels.passedOver(), writing);
        if (builder.isHeading(cells)) {
            throw file.fault(
                    "its first line is " + String.join(", ", cells) + ", but that of the first file in the folder is "
                            + CsvLine.unmarked(tableLine) + ": they are to be the same");
        }
        return false;
    }

    private static TableColumns column(
            String label, char separator, List<String> cells, List<String> names, DataFile file) throws DataException {
        int place = cells.indexOf(label);
        if (place < 0 && label.matches("-?[0-9]{1,9}")) {
            int number = Integer.parseInt(label);
            place = number > 0 ? number - 1 : cells.size() + number;
        }
        if (place < 0 || place >= cells.size()) {
            throw file.fault("it has no column \"" + label + "\"; its "
                    + (separator == NO_SEPARATOR ? "columns are " : "first line is ") + String.join(", ", cells));
        }
        return new TableColumns(names, cells.get(place), place);
    }

    /** The one that the training table had or that stands in the line, or another by which it has as many cells as the model knows. */
    private static char separator(ModelCard card, String line, Writing writing) {
        char usual = CsvLine.separator(line);
        if (!writing.separator().isEmpty() && line.indexOf(writing.separator().charAt(0)) >= 0) {
            return writing.separator().charAt(0);
        }
        int width = card.inputs()
                .flatMap(ModelInputs::preparation)
                .map(Preparation::cells)
                .orElseGet(() -> 1 + card.shape().stream().reduce(1, Math::multiplyExact));
        for (char separator : List.of(usual, ';', '\t', '|')) {
            if (fits(line, separator, width, writing)) {
                return separator;
            }
        }
        return usual;
    }

    private static boolean fits(String line, char separator, int width, Writing writing) {
        try {
            int cells = writing.cells(line, separator).size();
            return cells == width || cells == width - 1;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> cells(String firstLine, char separator, Writing writing, DataFile file)
            throws DataException {
        String line = CsvLine.unmarked(firstLine);
        try {
            return writing.cells(line, separator);
        } catch (IllegalArgumentException e) {
            throw file.fault("in its first line " + e.getMessage());
        }
    }

    /** Of one file and one model. */
    private record Builder(
            ModelCard card,
            DataFile file,
            char separator,
            int width,
            Optional<TableColumns> known,
            boolean compared,
            Writing writing,
            Optional<PreparedCells> prepared) {

        /** @param cells of the first line */
        static Builder of(
                ModelCard card, DataFile file, char separator, List<String> cells, Labels labels, Writing writing)
                throws DataException {
            Optional<PreparedCells> prepared =
                    card.inputs().flatMap(ModelInputs::preparation).map(PreparedCells::of);
            int width = prepared.map(PreparedCells::columns)
                    .orElseGet(() -> card.shape().stream().reduce(1, Math::multiplyExact));
            Optional<TableColumns> own = card.inputs().flatMap(ModelInputs::columns);
            if (!(labels instanceof Labels.Compared named)) {
                return new Builder(card, file, separator, width, own, false, writing, prepared);
            }
            List<String> names = own.map(TableColumns::names).orElse(List.of());
            Optional<TableColumns> wanted = own;
            if (!named.column().isEmpty()) {
                wanted = Optional.of(column(named.column(), separator, cells, names, file));
            } else if (own.isEmpty()) {
                wanted = cells.stream()
                        .filter(cell -> USUAL_LABELS.contains(cell.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .map(cell -> new TableColumns(names, cell, cells.indexOf(cell)));
            }
            return new Builder(card, file, separator, width, wanted, true, writing, prepared);
        }

        /** Names that are numbers are told by being the model's; else no cell of a heading, or not the first, is a number. */
        boolean isHeading(List<String> cells) {
            if (prepared.isPresent()) {
                return (!names().isEmpty() && cells.containsAll(names()))
                        || prepared.get().areNames(cells)
                        || (cells.stream().noneMatch(CellNumber::is)
                                && cells.stream().anyMatch(names()::contains));
            }
            if (cells.stream().noneMatch(CellNumber::is)) {
                return true;
            }
            if (!names().isEmpty()) {
                return cells.containsAll(names())
                        || cells.stream().anyMatch(cell -> !CellNumber.is(cell) && names().contains(cell));
            }
            return cells.size() == width && !CellNumber.is(cells.get(0));
        }

        /** The names of columns that a table may have though the model does not take them. */
        private List<String> unused() {
            return prepared.map(cells -> cells.preparation().unused()).orElse(List.of());
        }

        List<String> names() {
            return known.map(TableColumns::names).orElse(List.of());
        }

        ExampleColumns under(Heading heading) throws DataException {
            return names().isEmpty()
                    ? asTheyStand(heading.names().size(), true, heading.endsWithSeparator())
                    : byName(heading, names());
        }

        private ExampleColumns byName(Heading heading, List<String> names) throws DataException {
            String label = known.map(TableColumns::label).orElse("");
            List<String> missing = names.stream()
                    .filter(name -> !heading.names().contains(name))
                    .toList();
            List<String> more = heading.names().stream()
                    .filter(name -> !names.contains(name) && !name.equals(label) && !unused().contains(name))
                    .toList();
            if (!missing.isEmpty() || !more.isEmpty()) {
                throw file.fault("its columns do not fit the model"
                        + (missing.isEmpty() ? "" : "; " + quoted(missing) + verb(missing) + "missing")
                        + (more.isEmpty() ? "" : "; " + quoted(more) + verb(more) + "too much")
                        + ". The model takes " + quoted(names));
            }
            int place = heading.names().indexOf(label);
            List<String> remarks = new ArrayList<>();
            if (place >= 0 && !compared) {
                remarks.add("Column \"" + label + "\" of " + file.location() + " is the label: it is passed over.");
            }
            int[] places = names.stream().mapToInt(heading.names()::indexOf).toArray();
            int[] inOrder = IntStream.range(0, heading.names().size())
                    .filter(i ->
                            i != place && !unused().contains(heading.names().get(i)))
                    .toArray();
            if (!Arrays.equals(places, inOrder)) {
                remarks.add("The columns of " + file.location() + " are in another order than the model's: they go by"
                        + " their names.");
            }
            return columns(
                    true,
                    heading.names().size(),
                    heading.endsWithSeparator(),
                    places,
                    place,
                    compared ? card.labels() : List.of(),
                    remarks);
        }

        ExampleColumns asTheyStand(int cells, boolean heading, boolean endsWithSeparator) throws DataException {
            List<String> names = names();
            List<String> remarks = new ArrayList<>();
            if (prepared.isPresent()) {
                Preparation preparation = prepared.get().preparation();
                int place = known.map(TableColumns::labelPlace).orElse(NONE);
                if (cells == preparation.cells() || (cells == preparation.cells() - 1 && cells != width)) {
                    return asTrained(cells, heading, endsWithSeparator, preparation, place);
                }
            }
            int label = cells == width + 1 ? known.map(TableColumns::labelPlace).orElse(NONE) : NONE;
            if (cells != width && label == NONE) {
                throw file.fault((separator == NO_SEPARATOR
                                ? "it has " + cells + " columns"
                                : "its lines have " + cells + " values")
                        + ", but the model takes " + width + (names.isEmpty() ? "" : ": " + quoted(names)));
            }
            if (heading) {
                remarks.add("The model does not know the names of its columns"
                        + (card.inputs().isEmpty() ? ", or an earlier version did not keep them" : "")
                        + (separator == NO_SEPARATOR
                                ? ": those of " + file.location() + " are taken in their order."
                                : ": the first line of " + file.location()
                                        + " is passed over, and columns are taken as they stand."));
            } else if (!names.isEmpty()) {
                remarks.add("The first line of " + file.location() + " does not name its columns: they are taken for "
                        + quoted(names) + ", in this order.");
            }
            if (label != NONE && !compared) {
                remarks.add("Column " + (label + 1) + " of " + file.location() + " is taken for the label, which was"
                        + " there in the training table: it is passed over.");
            }
            int[] places = IntStream.range(0, cells).filter(i -> i != label).toArray();
            return columns(heading, cells, endsWithSeparator, places, label, card.labels(), remarks);
        }

        /** Columns as they stood in the training table, with those that are passed over; the label may have been left out. */
        private ExampleColumns asTrained(
                int cells, boolean heading, boolean endsWithSeparator, Preparation preparation, int labelPlace)
                throws DataException {
            boolean labelled = cells == preparation.cells();
            int[] places = preparation.columns().stream()
                    .mapToInt(column -> column.place() - (!labelled && column.place() > labelPlace ? 1 : 0))
                    .toArray();
            List<String> remarks = new ArrayList<>();
            if (heading) {
                remarks.add("The model does not know the names of its columns: the first line of " + file.location()
                        + " is passed over, and columns are taken as they stand.");
            }
            if (labelled && !compared) {
                remarks.add("Column " + (labelPlace + 1) + " of " + file.location()
                        + " is taken for the label, which was" + " there in the training table: it is passed over.");
            }
            return columns(
                    heading, cells, endsWithSeparator, places, labelled ? labelPlace : NONE, card.labels(), remarks);
        }

        private ExampleColumns columns(
                boolean heading,
                int cells,
                boolean endsWithSeparator,
                int[] places,
                int label,
                List<String> classes,
                List<String> remarks)
                throws DataException {
            if (label == NONE && compared) {
                String own = card.inputs()
                        .flatMap(ModelInputs::columns)
                        .map(TableColumns::label)
                        .orElse("");
                throw file.fault("it has no column of labels" + (own.isEmpty() ? "" : ", \"" + own + "\"")
                        + ". Say which it is: --label NAME, or its number from 1");
            }
            boolean pixels = card.inputs()
                    .filter(inputs -> inputs.values() == ModelInputs.Values.BYTES)
                    .isPresent();
            return new ExampleColumns(
                    separator,
                    heading,
                    cells,
                    endsWithSeparator,
                    places,
                    label,
                    compared,
                    classes,
                    pixels,
                    remarks,
                    writing,
                    prepared.orElse(null));
        }

        private static String verb(List<String> names) {
            return names.size() == 1 ? " is " : " are ";
        }

        private static String quoted(List<String> names) {
            return "\"" + Heading.told(String.join("\", \"", names)) + "\"";
        }
    }

    /** Where a line is. */
    interface Where {
        DataException fault(String what);
    }

    /**
     * Reads an example into {@code values[at..at + width)}.
     *
     * @return its class, from 0; 0 where labels are passed over
     * @throws DataException if it is no example
     */
    int read(String line, double[] values, int at, Gaps gaps, Where where) throws DataException {
        List<String> found = cells(line, where);
        int next = at;
        for (int column = 0; prepared != null && column < places.length; column++) {
            next += prepared.put(column, found.get(places[column]), values, next, gaps, where);
        }
        for (int column = 0; prepared == null && column < places.length; column++) {
            String cell = found.get(places[column]);
            if (!CellNumber.is(cell)) {
                throw where.fault("its column " + (places[column] + 1) + CellNumber.objection(cell));
            }
            values[at + column] = fitting(Double.parseDouble(cell), cell, where);
        }
        return label == NONE ? 0 : classOf(found.get(label), where);
    }

    /**
     * A number as the model takes it.
     *
     * @param shown as the table has it
     * @throws DataException if it does not
     */
    double fitting(double value, String shown, Where where) throws DataException {
        if (pixels && (value < 0 || value > GREATEST_PIXEL || value != Math.rint(value))) {
            throw where.fault("\"" + shown + "\" is no whole number of 0 to 255, as the model's pixels are");
        }
        return value;
    }

    /**
     * The class that a label stands for, from 0; 0 where labels are passed over.
     *
     * @throws DataException if it stands for none
     */
    int classOf(String given, Where where) throws DataException {
        int found = classes.indexOf(given);
        if (compared && found < 0) {
            throw where.fault(
                    "its label \"" + given + "\" is none of the model's classes, " + String.join(", ", classes));
        }
        if (!given.isEmpty() && !classes.isEmpty() && found < 0) {
            throw where.fault("its column " + (label + 1) + " is taken for the label, but \"" + given
                    + "\" is none of the model's classes, " + String.join(", ", classes));
        }
        return compared ? found : 0;
    }

    private List<String> cells(String line, Where where) throws DataException {
        List<String> found;
        try {
            found = writing.cells(line, separator);
        } catch (IllegalArgumentException e) {
            throw where.fault(String.valueOf(e.getMessage()));
        }
        boolean ends = endsWithSeparator
                && found.size() == cells + 1
                && found.get(cells).isEmpty();
        if (found.size() != cells && !ends) {
            throw where.fault("it has " + found.size() + " values, but "
                    + (label == NONE ? "the model takes " : "the first line has ") + cells);
        }
        return found;
    }
}
