package nightsweep.driver.sql;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.foreign.ForeignTables.Rows;
import nightsweep.worker.dataset.source.DataException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows that are put in order by columns that tell them apart. */
record KeyedRows(Dataset<Row> table, List<String> key, TableColumnsOrder order, DataFile file) {

    void read(Rows rows) throws DataException {
        List<String> names = Arrays.asList(table.columns());
        for (String column : key) {
            if (!names.contains(column)) {
                throw file.fault(
                        "key names the column \"" + column + "\", but its columns are " + String.join(", ", names));
            }
        }
        int[] places = key.stream().mapToInt(names::indexOf).toArray();
        Column[] columns = key.stream()
                .map(name -> table.col("`" + name.replace("`", "``") + "`").asc_nulls_first())
                .toArray(Column[]::new);
        List<Object> before = List.of();
        for (Iterator<Row> sorted = table.orderBy(columns).toLocalIterator(); sorted.hasNext(); ) {
            Row row = sorted.next();
            List<Object> here = Arrays.stream(places)
                    .mapToObj(place -> (Object) String.valueOf(row.get(place)))
                    .toList();
            if (here.equals(before)) {
                throw file.fault("two rows have the same key, "
                        + String.join(", ", key) + " " + here
                        + ", so that their order is not always the same: name columns under key that tell rows apart");
            }
            before = here;
            rows.add(order.cells(row));
        }
    }
}
