package nightsweep.driver.schedule.spark;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import nightsweep.driver.schedule.Batch;
import nightsweep.driver.schedule.Place;
import nightsweep.driver.schedule.Turn;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.TaskInfo;

/** Tells batches of tasks that did not come back: where they had been, and why. Filled by Spark, a moment after the fact. */
final class LostTasks extends SparkListener {
    private static final String BATCH = "nightsweep.batch";

    /** What Spark said nothing of is forgotten at last. */
    private static final int KEPT = 100_000;

    private final Map<Integer, Batch> expected = forgetful();
    private final Map<Integer, Integer> stages = forgetful();
    private final Map<Integer, Batch> batches = forgetful();
    private int count;

    /** Listens for the job that will have these properties. */
    synchronized void expect(Batch batch, Properties job) {
        count++;
        expected.put(count, batch);
        job.setProperty(BATCH, Integer.toString(count));
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart job) {
        String number = job.properties() == null ? null : job.properties().getProperty(BATCH);
        Batch batch = number == null ? null : expected.remove(Integer.valueOf(number));
        if (batch != null && !job.stageIds().isEmpty()) {
            int stage = (Integer) job.stageIds().head();
            stages.put(job.jobId(), stage);
            batches.put(stage, batch);
        }
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
        Batch batch = batches.get(task.stageId());
        // Who kills a task ends its job, and says why.
        if (batch != null && task.reason() instanceof TaskFailedReason why && !(why instanceof TaskKilled)) {
            TaskInfo info = task.taskInfo();
            batch.lost(
                    info.index(),
                    new Place(info.host(), info.executorId(), info.launchTime()),
                    why.toErrorString().lines().findFirst().orElse("").strip(),
                    takenAway(why) ? Turn.Blame.NONE : Turn.Blame.COUNTED);
        }
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd job) {
        Integer stage = stages.remove(job.jobId());
        Batch batch = stage == null ? null : batches.remove(stage);
        if (batch != null) {
            batch.end();
        }
    }

    /** Whether the cluster took the executor for a reason of its own, which no trial can have brought about. */
    private static boolean takenAway(TaskFailedReason why) {
        if (!(why instanceof ExecutorLostFailure lost)) {
            return false;
        }
        String reason = lost.reason().isDefined() ? lost.reason().get().toLowerCase(Locale.ROOT) : "";
        return !lost.exitCausedByApp()
                && (reason.contains("decommission")
                        || reason.contains("preempt")
                        || reason.contains("killed by driver"));
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
