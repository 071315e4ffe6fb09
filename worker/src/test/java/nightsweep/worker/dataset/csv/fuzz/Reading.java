package nightsweep.worker.dataset.csv.fuzz;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.dataset.ColumnUse;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.experiments.dataset.TargetKind;
import nightsweep.worker.dataset.csv.CsvSource;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.dataset.source.Decoded;
import nightsweep.worker.dataset.source.RawColumn;
import nightsweep.worker.dataset.source.Stored;
import org.apache.hadoop.conf.Configuration;

/**
 * What became of a file.
 *
 * @param refusal why it was not read; empty where it was
 * @param told notes and doubts
 * @param decoded what was read
 */
record Reading(Optional<String> refusal, List<String> told, Optional<Decoded> decoded) {
    private static final Configuration HADOOP = new Configuration();

    static Reading of(Path file, TrueTable table, Handwriting hand) {
        int label = table.label();
        DataSource.Csv csv = new DataSource.Csv(
                file.toString(),
                "",
                hand.heading() ? DataSource.Header.PRESENT : DataSource.Header.ABSENT,
                hand.heading() ? "kind" : String.valueOf(label + 1),
                0.3,
                Preparing.USUAL,
                TargetKind.CLASS,
                new TableForm.Text(
                        TableForm.Text.FOUND,
                        "\"",
                        TableForm.Text.FOUND,
                        hand.charset().name()));
        CsvSource source = new CsvSource(HADOOP, csv, 1);
        try {
            DatasetFacts facts = new DatasetLoader(HADOOP, Optional.empty()).facts(spec(csv));
            List<String> told = new ArrayList<>(facts.notes());
            facts.remarks().forEach(remark -> told.add(remark.doubt().label() + ": " + remark.message()));
            return new Reading(Optional.empty(), told, Optional.of(source.read()));
        } catch (DataException e) {
            return new Reading(Optional.of(String.valueOf(e.getMessage())), List.of(), Optional.empty());
        }
    }

    private static DatasetSpec spec(DataSource.Csv csv) {
        return new DatasetSpec(csv, new Scaling.Measured(Scaling.Over.COLUMN), 0, 0, 0);
    }

    /** How what was read differs from what the table says; empty where it does not. */
    Optional<String> difference(TrueTable table) {
        Decoded read = decoded.orElseThrow();
        Stored stored = read.train().stored();
        if (stored.labels().length != table.rows()) {
            return Optional.of(stored.labels().length + " rows instead of " + table.rows());
        }
        for (int row = 0; row < table.rows(); row++) {
            String label = read.labels().get(stored.labels()[row] & 0xff);
            String wanted = table.columns().get(table.label()).cells().get(row);
            if (!label.equals(wanted)) {
                return Optional.of("row " + row + ": label \"" + label + "\" instead of \"" + wanted + "\"");
            }
        }
        List<Integer> places = places(table, read);
        for (int at = 0; at < places.size(); at++) {
            Optional<String> wrong = difference(table.columns().get(places.get(at)), at, read);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return leftOut(table, places);
    }

    /** Where each column that was read stands in the table. */
    private static List<Integer> places(TrueTable table, Decoded read) {
        if (read.schema().isPresent()) {
            return read.schema().get().columns().stream().map(RawColumn::place).toList();
        }
        List<Integer> all = new ArrayList<>();
        for (int at = 0; at < table.columns().size(); at++) {
            if (at != table.label()) {
                all.add(at);
            }
        }
        return all;
    }

    private Optional<String> difference(TrueTable.Column column, int at, Decoded read) {
        Stored stored = read.train().stored();
        Optional<RawColumn> raw = read.schema().map(schema -> schema.columns().get(at));
        for (int row = 0; row < column.cells().size(); row++) {
            double value = stored.features().exactAt(row * stored.width() + at);
            String wanted = column.cells().get(row);
            String found = Double.isNaN(value)
                    ? ""
                    : raw.filter(one -> one.use() == ColumnUse.CATEGORY).isPresent()
                            ? raw.get().values().get((int) value)
                            : raw.filter(one -> one.use() == ColumnUse.FLAG).isPresent()
                                    ? (value == 1 ? "yes" : "no")
                                    : String.valueOf((float) value);
            boolean asWritten = wanted.isEmpty()
                    || column.kind() == TrueTable.Kind.WORDS
                    || column.kind() == TrueTable.Kind.HARD_WORDS;
            boolean same = asWritten
                    ? found.equals(wanted)
                    : column.kind() == TrueTable.Kind.FLAG
                            ? found.equals(wanted.matches("yes|True") ? "yes" : "no")
                            : found.equals(String.valueOf(Float.parseFloat(wanted)));
            if (!same) {
                return Optional.of(column.kind() + " " + column.name() + ", row " + row + ": \"" + found
                        + "\" instead of \"" + wanted + "\"");
            }
        }
        return Optional.empty();
    }

    /** A column that is not read is named. */
    private Optional<String> leftOut(TrueTable table, List<Integer> places) {
        for (int at = 0; at < table.columns().size(); at++) {
            String name = table.columns().get(at).name();
            String number = "column " + (at + 1);
            if (at != table.label()
                    && !places.contains(at)
                    && told.stream().noneMatch(note -> note.contains("\"" + name + "\"") || note.contains(number))) {
                return Optional.of(name + " is left out in silence");
            }
        }
        return Optional.empty();
    }
}
