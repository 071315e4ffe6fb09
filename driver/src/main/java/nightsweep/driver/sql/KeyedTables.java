package nightsweep.driver.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.foreign.ForeignTables.Rows;
import nightsweep.worker.dataset.source.DataException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A table whose rows have no order of their own: of a database, of a catalog, of any other source. */
record KeyedTables(SparkSession spark, TableForm.Spark form, Map<String, String> options, DataFile file) {

    void read(Rows rows) throws DataException {
        Dataset<Row> table = table();
        TableColumnsOrder order = TableColumnsOrder.of(table.schema(), List.of());
        rows.begin(
                order.columns(),
                List.of("Rows of " + file.location() + " are read in the order of " + String.join(", ", form.key())
                        + ", as key says."));
        new KeyedRows(table, form.key(), order, file).read(rows);
    }

    private Dataset<Row> table() {
        if (form.format().equals(TableForm.Spark.HIVE)) {
            return spark.table(file.location());
        }
        if (form.format().equals(TableForm.Spark.JDBC)) {
            Map<String, String> all = new LinkedHashMap<>(options);
            all.put("dbtable", file.location());
            return spark.read().format(form.format()).options(all).load();
        }
        return spark.read().format(form.format()).options(options).load(file.location());
    }
}
