package nightsweep.driver.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nightsweep.worker.dataset.foreign.ForeignTables.Column;
import nightsweep.worker.dataset.foreign.ForeignTables.Rows;
import nightsweep.worker.dataset.source.DataException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.AtomicType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table of Spark's in the order in which they are read, and its rows as texts.
 *
 * @param columns of the table
 * @param places of each in a row of Spark's
 */
record TableColumnsOrder(List<Column> columns, List<Integer> places) {

    /** @param first names that come first, where there are such columns */
    static TableColumnsOrder of(StructType schema, List<String> first) {
        List<String> all = Arrays.asList(schema.fieldNames());
        Set<String> names = new LinkedHashSet<>(first);
        names.retainAll(all);
        List<Integer> places = new ArrayList<>();
        names.forEach(name -> places.add(all.indexOf(name)));
        for (int place = 0; place < all.size(); place++) {
            if (!names.contains(all.get(place))) {
                places.add(place);
            }
        }
        return new TableColumnsOrder(
                places.stream().map(place -> column(schema.fields()[place])).toList(), places);
    }

    private static Column column(StructField field) {
        DataType type = field.dataType();
        boolean plain = type instanceof NullType || (type instanceof AtomicType && !(type instanceof BinaryType));
        return new Column(
                field.name(),
                plain ? "" : "holds values of type " + type.simpleString() + ", which are no cells of a table");
    }

    void add(Iterator<Row> from, Rows to) throws DataException {
        while (from.hasNext()) {
            to.add(cells(from.next()));
        }
    }

    List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(places.size());
        for (int place : places) {
            cells.add(text(row.get(place)));
        }
        return cells;
    }

    /** As CSV has it: no cell says how many blanks are around it. */
    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof BigDecimal decimal
                ? decimal.toPlainString()
                : value.toString().strip();
    }
}
