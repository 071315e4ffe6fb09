package nightsweep.driver.schedule.spark;

import nightsweep.driver.schedule.ClusterException;
import org.apache.spark.api.java.JavaSparkContext;

/** Where the slots of a run come from. */
public interface SlotSource {
    /** A Spark of its own for each run, started on the master that the request names. */
    SlotSource OWN = SparkSlots::start;

    /**
     * A Spark that is there already, such as that of a {@code SparkSession}; what requests say of a master is passed over.
     *
     * @see SparkSlots#of
     */
    static SlotSource of(JavaSparkContext spark) {
        return (master, name) -> SparkSlots.of(spark);
    }

    /**
     * Slots, closed by who asked for them.
     *
     * @param master a Spark master URL
     * @param name what the run is called in Spark's own pages
     * @throws ClusterException if there are none
     */
    SparkSlots start(String master, String name) throws ClusterException;
}
