package nightsweep.worker.dataset.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nightsweep.experiments.dataset.DataRemark;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.experiments.dataset.Splitting;
import nightsweep.experiments.dataset.TableColumns;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.experiments.dataset.TargetKind;
import nightsweep.worker.dataset.csv.cell.MissingMarks;
import nightsweep.worker.dataset.csv.cell.Quantity;
import nightsweep.worker.dataset.csv.cell.TextOrder;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.random.RandomNumbers;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.ExampleSource;
import nightsweep.worker.dataset.source.Features;
import nightsweep.worker.dataset.source.Outline;
import nightsweep.worker.dataset.source.RowKeys;
import nightsweep.worker.dataset.source.Selection;
import nightsweep.worker.dataset.source.Stored;
import nightsweep.worker.dataset.source.TableSchema;
import nightsweep.worker.dataset.split.Draw;
import nightsweep.worker.dataset.split.Quotas;
import nightsweep.worker.dataset.split.WholeDraw;
import org.apache.hadoop.conf.Configuration;

/**
 * Tables with a column of labels. Classes are the labels of the training table, sorted as whole numbers where
 * all are, else as text.
 *
 * @param seed decides which rows are kept for testing where one table serves for both
 * @param split how they are chosen
 */
public record CsvSource(Configuration hadoop, DataSource.Csv csv, long seed, Splitting split) implements ExampleSource {
    /** Draws of other purposes have numbers of their own. */
    private static final int TEST_SHARE = 0;

    /** Rows that are kept from training by lot. */
    public CsvSource(Configuration hadoop, DataSource.Csv csv, long seed) {
        this(hadoop, csv, seed, Splitting.STRATIFIED);
    }

    /**
     * A training table, and whether its numbers are kept in double precision.
     *
     * @param kinds what its columns are, that by which it is split among them
     */
    private record Training(
            CsvTable table,
            ColumnKinds kinds,
            List<String> classes,
            CsvRemarks remarks,
            boolean doubles,
            Optional<RowKeys> keys) {
        Selection examples(CsvTable of) throws DataException {
            return CsvSource.examples(of, classes, doubles);
        }
    }

    @Override
    public Outline outline() throws DataException {
        Training training = training();
        Optional<CsvTable> test = test(training);
        Decoded decoded = decoded(training, test);
        Repeats repeats = new Repeats(
                test.orElse(training.table)
                        .repeats(
                                decoded.test().rows(),
                                training.table,
                                decoded.train().rows()),
                decoded.test().size());
        List<DataRemark> remarks = new ArrayList<>(training.remarks.all());
        remarks.addAll(new PreparingRemarks(training.table, csv.header(), csv.preparing()).all());
        repeats.remark(csv).ifPresent(remarks::add);
        if (test.isPresent() && training.keys.isPresent()) {
            CsvTable other = table(csv.test(), Optional.empty());
            new Crossing(split, training.keys.get(), column().keys(other).orElseThrow(), csv)
                    .remark()
                    .ifPresent(remarks::add);
        }
        Stream<String> kept = test.isPresent()
                ? Stream.empty()
                : training.keys.map(keys -> keys.told(decoded.test(), decoded.train(), "testing")).stream();
        Stream<String> texts =
                Stream.concat(Stream.of(training.table), test.stream()).flatMap(table -> table.notes().stream());
        Stream<String> columns =
                training.table.kinds().notes().stream().map(note -> "In " + csv.train() + " " + note + ".");
        Stream<String> leftOut = Stream.concat(Stream.of(training.table), test.stream())
                .filter(table -> table.leftOut() > 0)
                .map(table -> table.leftOut()
                        + (table.leftOut() == 1 ? " row of " : " rows of ")
                        + table.file().location() + " without a number in " + table.label()
                        + (table.leftOut() == 1 ? " is left out." : " are left out."));
        return decoded.outline(remarks)
                .with(
                        Stream.of(columns, missing(), leftOut, kept, texts, repeats.note().stream())
                                .flatMap(Function.identity())
                                .toList(),
                        new ColumnSurvey(training.table, training.remarks).all(),
                        decoded);
    }

    /** What is said to be missing takes the place of what usually is. */
    private Stream<String> missing() {
        List<String> said = csv.preparing().missing();
        List<String> others = MissingMarks.of(List.of()).texts().stream()
                .filter(mark -> !MissingMarks.of(said).has(mark))
                .toList();
        return said.isEmpty() || others.isEmpty()
                ? Stream.empty()
                : Stream.of("Missing are empty cells and " + String.join(", ", said) + ", as missing says; "
                        + String.join(", ", others) + (others.size() == 1 ? " is" : " are")
                        + " not, unless named there.");
    }

    @Override
    public Decoded read() throws DataException {
        Training training = training();
        return decoded(training, test(training));
    }

    private Training training() throws DataException {
        CsvTable read = table(csv.train(), Optional.empty());
        CsvTable table = column().inputs(read);
        CsvRemarks remarks = new CsvRemarks(table, csv.header());
        return new Training(
                table,
                read.kinds(),
                csv.target() == TargetKind.NUMBER ? List.of() : classes(table),
                remarks,
                remarks.needDoubles(),
                column().keys(read));
    }

    private SplitColumn column() {
        return new SplitColumn(split, csv);
    }

    /** The table to test on, with columns in the order of the training table; empty where none is named. */
    private Optional<CsvTable> test(Training training) throws DataException {
        CsvTable table = training.table;
        if (csv.test().isEmpty()) {
            return Optional.empty();
        }
        CsvTable test = column().inputs(table(csv.test(), Optional.of(training.kinds)));
        Set<String> found = new HashSet<>(test.kinds().unused());
        found.removeAll(table.kinds().unused());
        found.addAll(test.names());
        if (!found.equals(Set.copyOf(table.names()))) {
            throw test.file()
                    .fault("its columns are not those of " + csv.train() + ": " + String.join(", ", test.columns())
                            + " instead of " + String.join(", ", table.columns()));
        }
        return Optional.of(test.inOrderOf(table));
    }

    private Decoded decoded(Training training, Optional<CsvTable> test) throws DataException {
        CsvTable table = training.table;
        List<String> classes = training.classes;
        List<Integer> shape = List.of(table.width());
        Selection train = training.examples(table);
        if (test.isEmpty()) {
            int[] counts = train.counts(classes.size());
            if (counts.length == table.rows() && Quantity.is(table.texts(), table.rows())) {
                throw table.file()
                        .fault(table.label()
                                + " has another number in every row, so it looks like a quantity: say target:"
                                + " number to predict it, or name the column of classes");
            }
            int[] quotas = Quotas.kept(counts, csv.testShare(), "testing");
            RandomNumbers random = RandomNumbers.of(seed, TEST_SHARE);
            Draw draw = training.keys.isPresent()
                    ? WholeDraw.of(train, training.keys.get(), csv.testShare(), "testing", random)
                    : Draw.of(train, quotas, random);
            return new Decoded(
                    classes,
                    shape,
                    draw.left(),
                    draw.drawn(),
                    Optional.of(columns(table)),
                    schema(table, test),
                    number(table),
                    training.keys);
        }
        return new Decoded(
                classes,
                shape,
                train,
                training.examples(test.get()),
                Optional.of(columns(table)),
                schema(table, test),
                number(table),
                training.keys);
    }

    private Optional<String> number(CsvTable table) {
        return csv.target() == TargetKind.NUMBER ? Optional.of(table.labelName()) : Optional.empty();
    }

    /** What is to be prepared; empty where cells are the numbers that a network takes. */
    private Optional<TableSchema> schema(CsvTable table, Optional<CsvTable> test) {
        ColumnKinds kinds = table.kinds();
        boolean plain = split.stratified()
                && kinds.arePlain()
                && test.filter(other -> !other.kinds().arePlain()).isEmpty()
                && csv.preparing().equals(Preparing.USUAL);
        return plain
                ? Optional.empty()
                : Optional.of(new TableSchema(
                        kinds.columns(),
                        kinds.cells(),
                        kinds.unused(),
                        MissingMarks.of(csv.preparing().missing()).texts(),
                        csv.preparing()));
    }

    private TableColumns columns(CsvTable table) {
        return csv.header() == DataSource.Header.PRESENT
                ? new TableColumns(table.names(), table.labelName(), table.labelPlace())
                : new TableColumns(List.of(), "", table.labelPlace());
    }

    private CsvTable table(String location, Optional<ColumnKinds> known) throws DataException {
        DataFile file = new DataFile(hadoop, location);
        if (csv.form() instanceof TableForm.Text text) {
            return new CsvFiles(file, column().reading(file), text, known).read();
        }
        if (csv.form() instanceof TableForm.Spark spark) {
            return new ForeignTable(new DataFile(hadoop, location), csv, spark, known).read();
        }
        throw new AssertionError(csv.form());
    }

    private static List<String> classes(CsvTable table) throws DataException {
        List<String> texts = table.texts();
        if (texts.size() < 2) {
            throw table.file().fault("every label is \"" + texts.get(0) + "\", but there must be two classes or more");
        }
        return TextOrder.sorted(texts);
    }

    private static Selection examples(CsvTable table, List<String> classes, boolean doubles) throws DataException {
        int[] numbers = new int[table.texts().size()];
        for (int i = 0; i < numbers.length; i++) {
            String text = table.texts().get(i);
            numbers[i] = classes.indexOf(text);
            if (numbers[i] < 0) {
                throw table.file()
                        .fault(table.places().told(table.firsts().get(i)) + ": label \"" + text
                                + "\" is no class of the training table, whose classes are "
                                + String.join(", ", classes));
            }
        }
        byte[] labels = new byte[table.labels().length];
        for (int row = 0; row < labels.length && !classes.isEmpty(); row++) {
            labels[row] = (byte) numbers[table.labels()[row]];
        }
        return new Stored(
                        doubles ? new Features.Doubles(table.values()) : new Features.Floats(narrow(table.values())),
                        labels,
                        table.width(),
                        table.places().origins(),
                        table.numbers())
                .all();
    }

    private static float[] narrow(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
