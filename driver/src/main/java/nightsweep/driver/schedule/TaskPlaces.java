package nightsweep.driver.schedule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Where the first task of each job group was launched. Filled by Spark, a moment after the fact. */
final class TaskPlaces extends SparkListener {
    /** What nobody took is forgotten at last. */
    private static final int KEPT = 10_000;

    private final Map<Integer, String> groups = forgetful();
    private final Map<String, Place> places = forgetful();

    /** The place of a group; asked once. */
    synchronized Optional<Place> take(String group) {
        return Optional.ofNullable(places.remove(group));
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart job) {
        String group = job.properties() == null ? null : job.properties().getProperty("spark.jobGroup.id");
        if (group != null) {
            scala.collection.Iterator<?> stages = job.stageIds().iterator();
            while (stages.hasNext()) {
                groups.put((Integer) stages.next(), group);
            }
        }
    }

    @Override
    public synchronized void onTaskStart(SparkListenerTaskStart task) {
        String group = groups.remove(task.stageId());
        if (group != null) {
            places.put(
                    group,
                    new Place(
                            task.taskInfo().host(),
                            task.taskInfo().executorId(),
                            task.taskInfo().launchTime()));
        }
    }

    private static <K, V> Map<K, V> forgetful() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > KEPT;
            }
        };
    }
}
