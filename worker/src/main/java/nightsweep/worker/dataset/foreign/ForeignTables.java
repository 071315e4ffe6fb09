package nightsweep.worker.dataset.foreign;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;

/** Reads tables that are no text: of other formats, and of databases. Which there are, is found on the class path. */
public interface ForeignTables {

    /** Who takes the rows of a table. */
    interface Rows {
        /**
         * What stands in the rows that follow.
         *
         * @param notes how they are read, in sentences
         */
        void begin(List<Column> columns, List<String> notes) throws DataException;

        /** A row, each cell as CSV would have it; empty where there is none. */
        void add(List<String> cells) throws DataException;
    }

    /**
     * A column.
     *
     * @param objection why its cells are no values, to follow its name; empty where they are
     */
    record Column(String name, String objection) {}

    /**
     * Goes through all rows of a table, in an order that is always the same.
     *
     * @param table where it is, or its name
     * @throws DataException if it cannot be read
     */
    void read(TableForm.Spark form, String table, Configuration hadoop, Rows rows) throws DataException;

    /** The first that is there. */
    static Optional<ForeignTables> here() {
        return ServiceLoader.load(ForeignTables.class, ForeignTables.class.getClassLoader())
                .findFirst();
    }
}
