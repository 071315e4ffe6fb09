package nightsweep.driver.sql;

import java.util.function.Function;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.foreign.ForeignTables;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Reads by Spark SQL, in this process alone: executors get rows as they get those of other tables. */
public final class SparkTables implements ForeignTables {
    private final Function<String, @Nullable String> variables;

    /** With the variables of this process. */
    public SparkTables() {
        this(System::getenv);
    }

    SparkTables(Function<String, @Nullable String> variables) {
        this.variables = variables;
    }

    @Override
    public void read(TableForm.Spark form, String table, Configuration hadoop, Rows rows) throws DataException {
        DataFile file = new DataFile(hadoop, table);
        SparkTrouble trouble = new SparkTrouble(file, form);
        ReaderOptions options = ReaderOptions.of(form, variables, file);
        try (ReadingSession session = ReadingSession.open(form, hadoop)) {
            SparkSession spark = session.spark();
            if (TableForm.Spark.FILES.contains(form.format())) {
                new FileTables(spark, form, options.values(), file).read(rows);
            } else {
                new KeyedTables(spark, form, options.values(), file).read(rows);
            }
        } catch (RuntimeException | LinkageError e) {
            throw trouble.told(e, options.secrets());
        } catch (Exception e) {
            // Spark's Scala methods throw checked exceptions that they do not declare.
            if (e instanceof DataException known) {
                throw known;
            }
            throw trouble.told(e, options.secrets());
        }
    }
}
