package nightsweep.worker.prediction;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import nightsweep.experiments.dataset.FittedColumn;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.worker.dataset.csv.cell.CellNumber;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ColumnReader;
import org.jspecify.annotations.Nullable;

/** Neighbouring groups of rows of a Parquet file, or of a folder of them in the order of their names, which is one table. */
final class ParquetStretch extends Stretch {
    private final String place;
    private final List<RowGroup> groups;
    private final List<ParquetColumn> schema;
    private final ExampleColumns columns;

    /** Rows that are stored together: the {@code number}th such of a file, whose first row is the file's {@code first}th. */
    private record RowGroup(String file, int number, long first, long rows, long bytes) implements Serializable {}

    private ParquetStretch(String place, List<RowGroup> groups, List<ParquetColumn> schema, ExampleColumns columns) {
        this.place = place;
        // Not a view of all, which would travel with each.
        this.groups = new ArrayList<>(groups);
        this.schema = List.copyOf(schema);
        this.columns = columns;
    }

    static List<Stretch> of(TableFiles table, long bytes, ModelCard card, Labels labels)
            throws IOException, DataException {
        List<RowGroup> all = new ArrayList<>();
        List<ParquetColumn> schema = List.of();
        DataFile first = table.files().get(0).file();
        for (TableFiles.One one : table.files()) {
            try (ParquetFile open = ParquetFile.open(one.file())) {
                List<ParquetColumn> found = open.columns();
                schema = schema.isEmpty() ? found : schema;
                if (!found.equals(schema)) {
                    throw one.file()
                            .fault("its columns are not those of " + first.location() + ", in names, types or order");
                }
                all.addAll(groups(one.file().location(), open));
            }
        }
        DataFile whole = new DataFile(first.hadoop(), table.place());
        if (all.isEmpty()) {
            throw whole.fault("there is no example");
        }
        return stretches(table.place(), all, bytes, schema, columns(whole, schema, card, labels));
    }

    private static List<RowGroup> groups(String name, ParquetFile open) {
        List<RowGroup> groups = new ArrayList<>();
        long first = 0;
        for (int number = 0; number < open.rows().size(); number++) {
            long rows = open.rows().get(number);
            groups.add(new RowGroup(name, number, first, rows, open.bytes().get(number)));
            first += rows;
        }
        return groups;
    }

    private static ExampleColumns columns(DataFile file, List<ParquetColumn> schema, ModelCard card, Labels labels)
            throws DataException {
        List<String> names = schema.stream().map(ParquetColumn::name).toList();
        ExampleColumns columns = ExampleColumns.named(card, names, file, labels);
        PreparedCells prepared = columns.prepared();
        for (int column = 0; column < columns.places().length; column++) {
            int at = columns.places()[column];
            boolean text = prepared != null && !(prepared.column(column) instanceof FittedColumn.Quantity);
            if (!text && schema.get(at).kind() == ParquetColumn.Kind.TEXT) {
                throw file.fault(
                        "its column \"" + schema.get(at).name() + "\" is text, but the model takes numbers there");
            }
        }
        return columns;
    }

    private static List<Stretch> stretches(
            String place, List<RowGroup> all, long bytes, List<ParquetColumn> schema, ExampleColumns columns) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        long size = 0;
        for (int at = 0; at < all.size(); at++) {
            size += all.get(at).bytes();
            if (size >= bytes || at == all.size() - 1) {
                stretches.add(new ParquetStretch(place, all.subList(from, at + 1), schema, columns));
                from = at + 1;
                size = 0;
            }
        }
        return stretches;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public List<String> remarks() {
        return columns.remarks();
    }

    @Override
    public long count(Configuration hadoop) {
        return groups.stream().mapToLong(RowGroup::rows).sum();
    }

    @Override
    Rows rows(Configuration hadoop) {
        return new Walk(hadoop);
    }

    private final class Walk implements Rows {
        private final Configuration hadoop;
        private int next;
        private @Nullable RowGroup group;
        private @Nullable ParquetFile file;
        private List<ColumnReader> readers = List.of();
        private long row;

        Walk(Configuration hadoop) {
            this.hadoop = hadoop;
        }

        @Override
        public boolean next() throws IOException, DataException {
            if (group != null) {
                pass();
                row++;
            }
            while (group == null || row == group.rows()) {
                if (next == groups.size()) {
                    group = null;
                    return false;
                }
                enter(groups.get(next++));
            }
            return true;
        }

        private void pass() throws DataException {
            try {
                for (ColumnReader reader : readers) {
                    if (present(reader)) {
                        reader.skip();
                    }
                    reader.consume();
                }
            } catch (RuntimeException e) {
                throw fault("it cannot be decoded (" + e.getMessage() + ")");
            }
        }

        private void enter(RowGroup entered) throws IOException, DataException {
            if (file == null || group == null || !group.file().equals(entered.file())) {
                close();
                file = ParquetFile.open(new DataFile(hadoop, entered.file()));
            }
            group = entered;
            row = 0;
            readers = entered.rows() == 0 ? List.of() : file.group(entered.number());
        }

        @Override
        public int read(double[] values, int at, long example, Gaps gaps) throws DataException {
            try {
                int[] places = columns.places();
                int next = at;
                for (int column = 0; columns.prepared() != null && column < places.length; column++) {
                    next += put(columns.prepared(), column, places[column], values, next, gaps);
                }
                for (int column = 0; columns.prepared() == null && column < places.length; column++) {
                    ColumnReader reader = value(places[column]);
                    double value = schema.get(places[column]).number(reader);
                    if (!(Math.abs(value) <= Float.MAX_VALUE)) {
                        throw fault(told(places[column]) + CellNumber.objection(String.valueOf(value)));
                    }
                    values[at + column] = columns.fitting(value, String.valueOf(value), this::fault);
                }
                return columns.compared()
                        ? columns.classOf(schema.get(columns.label()).text(value(columns.label())), this::fault)
                        : 0;
            } catch (RuntimeException e) {
                throw fault("it cannot be decoded (" + e.getMessage() + ")");
            }
        }

        private int put(PreparedCells prepared, int column, int place, double[] values, int at, Gaps gaps)
                throws DataException {
            ColumnReader reader = readers.get(place);
            boolean number = prepared.column(column) instanceof FittedColumn.Quantity;
            if (!present(reader)) {
                return prepared.put(column, "", values, at, gaps, this::fault);
            }
            if (!number) {
                return prepared.put(column, schema.get(place).text(reader), values, at, gaps, this::fault);
            }
            double value = schema.get(place).number(reader);
            if (Math.abs(value) > Float.MAX_VALUE) {
                throw fault(told(place) + CellNumber.objection(String.valueOf(value)));
            }
            return prepared.put(column, value, values, at, gaps);
        }

        private ColumnReader value(int column) throws DataException {
            ColumnReader reader = readers.get(column);
            if (!present(reader)) {
                throw fault(told(column) + " is null: fill it in, or leave the row out");
            }
            return reader;
        }

        private boolean present(ColumnReader reader) {
            return reader.getCurrentDefinitionLevel() == reader.getDescriptor().getMaxDefinitionLevel();
        }

        private String told(int column) {
            return "its column \"" + schema.get(column).name() + "\"";
        }

        private DataException fault(String what) {
            return group == null
                    ? new DataFile(hadoop, place).fault(what)
                    : new DataFile(hadoop, group.file()).fault(what + " (row " + (group.first() + row) + ", from 0)");
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
                file = null;
            }
        }
    }
}
