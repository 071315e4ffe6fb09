package nightsweep.driver.schedule.spark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.network.util.JavaUtils;

/** How many slots a cluster has, while executors come and go. Asked anew each second at most. Any thread may use it. */
final class SlotCount {
    private static final Duration VALID = Duration.ofSeconds(1);

    /** Enough that no slot waits for the driver, and few enough that Spark does not leaf through them for long. */
    private static final int MOST_WAITING = 256;

    /** Spark asks for executors as long as tasks wait, so this is as far as a cluster grows in one step. */
    private static final int MOST_ASKED_FOR = 1_000;

    private final SparkContext spark;
    private int count;
    private long countedNanos;
    private boolean counted;

    SlotCount(SparkContext spark) {
        this.spark = spark;
    }

    /** Slots of executors that take tasks now: neither lost nor about to leave. */
    synchronized int now() {
        long nanos = System.nanoTime();
        if (!counted || nanos - countedNanos > VALID.toNanos()) {
            count = spark.isStopped()
                    ? 0
                    : spark.maxNumConcurrentTasks(spark.resourceProfileManager().defaultResourceProfile());
            countedNanos = nanos;
            counted = true;
        }
        return count;
    }

    /** How many trials should be with Spark: one in each slot, and some that wait for one to fall free. */
    int room() {
        int slots = Math.max(1, now());
        int room = slots + Math.min(slots, MOST_WAITING);
        SparkConf conf = spark.getConf();
        return conf.getBoolean("spark.dynamicAllocation.enabled", false)
                ? Math.max(room, Math.min(wanted(conf), MOST_ASKED_FOR))
                : room;
    }

    /** What was asked of the cluster, such as {@code asked for 4 cores and 4 GiB each}. */
    String request() {
        SparkConf conf = spark.getConf();
        List<String> each = new ArrayList<>();
        if (conf.contains("spark.executor.cores")) {
            int cores = conf.getInt("spark.executor.cores", 1);
            each.add(cores == 1 ? "1 core" : cores + " cores");
        }
        each.add(mebibytes(JavaUtils.byteStringAsMb(conf.get("spark.executor.memory", "1g"))));
        String executors =
                conf.contains("spark.executor.instances") ? conf.get("spark.executor.instances") + " of " : "";
        return "asked for " + executors + String.join(" and ", each) + " each";
    }

    /** As many tasks as the largest cluster allowed can take at a time. */
    private static int wanted(SparkConf conf) {
        long executors = conf.getInt("spark.dynamicAllocation.maxExecutors", Integer.MAX_VALUE);
        long each =
                Math.max(1, conf.getInt("spark.executor.cores", 1) / Math.max(1, conf.getInt("spark.task.cpus", 1)));
        return (int) Math.min(Integer.MAX_VALUE, 2 * executors * each);
    }

    private static String mebibytes(long count) {
        return count % 1_024 == 0 ? count / 1_024 + " GiB" : count + " MiB";
    }
}
