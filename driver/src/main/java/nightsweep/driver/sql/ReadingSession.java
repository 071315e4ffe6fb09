package nightsweep.driver.sql;

import nightsweep.experiments.dataset.TableForm;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.SparkSession;

/**
 * A session of Spark SQL to read a table with: on the Spark that is there already, as in a program of one's own, else on one
 * within this process that ends with it, before that of the trials starts.
 *
 * @param own whether it ends with the reading
 */
record ReadingSession(SparkSession spark, boolean own) implements AutoCloseable {

    static ReadingSession open(TableForm.Spark form, Configuration hadoop) {
        if (SparkEnv.get() != null) {
            SparkSession session = SparkSession.builder().getOrCreate().newSession();
            settle(session);
            return new ReadingSession(session, false);
        }
        SparkConf conf = new SparkConf()
                .setMaster("local[1]")
                .setAppName("nightsweep: a table")
                .set("spark.ui.enabled", "false")
                .set("spark.eventLog.enabled", "false")
                .set("spark.dynamicAllocation.enabled", "false")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.sql.shuffle.partitions", "1")
                .remove("spark.plugins")
                .remove("spark.driver.port")
                .remove("spark.submit.deployMode")
                .remove("spark.blockManager.port")
                .remove("spark.driver.blockManager.port");
        SparkSession.Builder builder = SparkSession.builder().config(conf);
        if (form.format().equals(TableForm.Spark.HIVE)) {
            builder.enableHiveSupport();
        }
        SparkSession session = builder.getOrCreate();
        Configuration reach = session.sparkContext().hadoopConfiguration();
        hadoop.forEach(setting -> reach.set(setting.getKey(), setting.getValue()));
        settle(session);
        return new ReadingSession(session, true);
    }

    /** The same rows and the same texts wherever it is read. */
    private static void settle(SparkSession session) {
        session.conf().set("spark.sql.session.timeZone", "UTC");
        session.conf().set("spark.sql.caseSensitive", "true");
        session.conf().set("spark.sql.datetime.java8API.enabled", "true");
        session.conf().set("spark.sql.sources.partitionColumnTypeInference.enabled", "false");
    }

    @Override
    public void close() {
        if (own) {
            spark.stop();
        }
    }
}
