package nightsweep.worker.prediction;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import nightsweep.experiments.outcome.ModelCard;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.dataset.csv.CellNumber;
import nightsweep.worker.dataset.file.DataFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnReader;
import org.jspecify.annotations.Nullable;

/** Neighbouring groups of rows of a Parquet file, or of a folder of them in the order of their names, which is one table. */
final class ParquetStretch extends Stretch {
    private final String place;
    private final List<RowGroup> groups;
    private final List<RowGroup> following;
    private final List<ParquetColumn> schema;
    private final ExampleColumns columns;

    /** Rows that are stored together: the {@code number}th such of a file, whose first row is the file's {@code first}th. */
    private record RowGroup(String file, int number, long first, long rows, long bytes) implements Serializable {}

    private ParquetStretch(
            String place,
            List<RowGroup> groups,
            List<RowGroup> following,
            List<ParquetColumn> schema,
            ExampleColumns columns) {
        this.place = place;
        // Not a view of all, which would travel with each.
        this.groups = new ArrayList<>(groups);
        this.following = new ArrayList<>(following);
        this.schema = List.copyOf(schema);
        this.columns = columns;
    }

    static List<Stretch> of(
            Configuration hadoop, String place, FileStatus status, long bytes, ModelCard card, Labels labels)
            throws IOException, DataException {
        List<RowGroup> all = new ArrayList<>();
        List<ParquetColumn> schema = List.of();
        List<String> files = files(hadoop, place, status);
        for (String name : files) {
            DataFile file = new DataFile(hadoop, name);
            try (ParquetFile open = ParquetFile.open(file)) {
                List<ParquetColumn> found = open.columns();
                schema = schema.isEmpty() ? found : schema;
                if (!found.equals(schema)) {
                    throw file.fault("its columns are not those of " + files.get(0) + ", in names, types or order");
                }
                all.addAll(groups(name, open));
            }
        }
        if (all.isEmpty()) {
            throw new DataFile(hadoop, place).fault("there is no example");
        }
        return stretches(place, all, bytes, schema, columns(new DataFile(hadoop, place), schema, card, labels));
    }

    /** The file itself; of a folder its files but for those that Spark and others pass over, by name. */
    private static List<String> files(Configuration hadoop, String place, FileStatus status)
            throws IOException, DataException {
        if (!status.isDirectory()) {
            return List.of(place);
        }
        Path folder = status.getPath();
        List<FileStatus> entries = Arrays.stream(folder.getFileSystem(hadoop).listStatus(folder))
                .filter(entry -> !entry.getPath().getName().startsWith("_")
                        && !entry.getPath().getName().startsWith("."))
                .sorted(Comparator.comparing(entry -> entry.getPath().getName()))
                .toList();
        if (entries.isEmpty()) {
            throw new DataFile(hadoop, place).fault("the folder is empty");
        }
        for (FileStatus entry : entries) {
            if (entry.isDirectory()
                    || !ParquetFile.is(new DataFile(hadoop, entry.getPath().toString()))) {
                throw new DataFile(hadoop, place)
                        .fault("it is a folder in which \"" + entry.getPath().getName()
                                + "\" is no Parquet file. Of folders those of Parquet files are read in parts; name CSV"
                                + " files one by one, and measure on pictures and IDX files without --spread");
            }
        }
        return entries.stream().map(entry -> entry.getPath().toString()).toList();
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
        for (int at : columns.places()) {
            if (schema.get(at).kind() == ParquetColumn.Kind.TEXT) {
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
                stretches.add(new ParquetStretch(
                        place, all.subList(from, at + 1), batch(all.subList(at + 1, all.size())), schema, columns));
                from = at + 1;
                size = 0;
            }
        }
        return stretches;
    }

    /** As many of some groups as have the rest of a batch. */
    private static List<RowGroup> batch(List<RowGroup> groups) {
        long rows = 0;
        int count = 0;
        while (count < groups.size() && rows < Batches.MOST) {
            rows += groups.get(count).rows();
            count++;
        }
        return groups.subList(0, count);
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
        List<RowGroup> all = new ArrayList<>(groups);
        all.addAll(following);
        return new Walk(hadoop, all);
    }

    private final class Walk implements Rows {
        private final Configuration hadoop;
        private final List<RowGroup> all;
        private int next;
        private @Nullable RowGroup group;
        private @Nullable ParquetFile file;
        private List<ColumnReader> readers = List.of();
        private long row;

        Walk(Configuration hadoop, List<RowGroup> all) {
            this.hadoop = hadoop;
            this.all = all;
        }

        @Override
        public boolean next() throws IOException, DataException {
            if (group != null) {
                pass();
                row++;
            }
            while (group == null || row == group.rows()) {
                if (next == all.size()) {
                    group = null;
                    return false;
                }
                enter(all.get(next++));
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
        public int read(double[] values, int at, long example) throws DataException {
            try {
                int[] places = columns.places();
                for (int column = 0; column < places.length; column++) {
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
