package nightsweep.driver.sql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.file.DataPath;
import nightsweep.worker.dataset.file.FolderParts;
import nightsweep.worker.dataset.foreign.ForeignTables.Rows;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** A file of a table, or those of a folder in the order of their names; rows stay in the order of their file. */
record FileTables(SparkSession spark, TableForm.Spark form, Map<String, String> options, DataFile file) {
    private static final String JSON = "json";

    void read(Rows rows) throws DataException, IOException {
        List<String> notes = new ArrayList<>();
        List<DataFile> files = new ArrayList<>();
        if (file.isFolder()) {
            FolderParts folder = FolderParts.of(file);
            folder.parts().forEach(part -> files.add(part.file()));
            notes.add(folder.note(file.location()));
        } else {
            files.add(file);
        }
        StructType schema = schema(files);
        TableColumnsOrder order =
                TableColumnsOrder.of(schema, form.format().equals(JSON) ? named(files.get(0)) : List.of());
        rows.begin(order.columns(), notes);
        if (!form.key().isEmpty()) {
            new KeyedRows(reader(schema).load(paths(files)), form.key(), order, file).read(rows);
            return;
        }
        for (DataFile one : files) {
            Dataset<Row> part = reader(schema).load(path(one));
            order.add(part.toLocalIterator(), rows);
        }
    }

    /** Of all files, which must be the same in each; of JSON, where a row may leave out what it has not, what any has. */
    private StructType schema(List<DataFile> files) throws DataException, IOException {
        if (form.format().equals(JSON)) {
            return reader().load(paths(files)).schema();
        }
        StructType first = reader().load(path(files.get(0))).schema();
        for (DataFile one : files.subList(1, files.size())) {
            StructType other = reader().load(path(one)).schema();
            if (!List.of(other.fieldNames()).equals(List.of(first.fieldNames()))) {
                throw one.fault("its columns are " + String.join(", ", other.fieldNames())
                        + ", but those of the first file of the folder " + String.join(", ", first.fieldNames())
                        + ": files of one table have the same columns");
            }
        }
        return first;
    }

    private DataFrameReader reader() {
        Map<String, String> all = new LinkedHashMap<>();
        if (form.format().equals(JSON)) {
            // What is no row must not become a row of nothing; numbers stay as they are written.
            all.put("mode", "FAILFAST");
            all.put("primitivesAsString", "true");
        }
        all.putAll(options);
        return spark.read().format(form.format()).options(all);
    }

    /** Columnar files know their own types, which may differ in width from file to file. */
    private DataFrameReader reader(StructType schema) {
        return form.format().equals(JSON) ? reader().schema(schema) : reader();
    }

    /** The names in the first line of JSON in their order, as Spark sorts them; none where it is no row. */
    private List<String> named(DataFile first) throws IOException {
        List<Row> line = spark.read()
                .text(path(first))
                .where("trim(value) <> ''")
                .selectExpr("json_object_keys(value)")
                .takeAsList(1);
        return line.isEmpty() || line.get(0).isNullAt(0)
                ? List.of()
                : line.get(0).getList(0);
    }

    private String path(DataFile one) throws IOException {
        Path path = DataPath.of(one.location(), one.hadoop());
        return path.getFileSystem(one.hadoop()).makeQualified(path).toString();
    }

    private String[] paths(List<DataFile> files) throws IOException {
        String[] paths = new String[files.size()];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = path(files.get(i));
        }
        return paths;
    }
}
