package nightsweep.driver.schedule;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.scheduler.JobSucceeded$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.jspecify.annotations.Nullable;

/**
 * Where the first task of each job group was launched, and why its executor was lost. Filled by Spark, a moment after
 * the fact.
 */
final class TaskPlaces extends SparkListener {
    /** What nobody took is forgotten at last. */
    private static final int KEPT = 100_000;

    private final Map<Integer, String> stages = forgetful();
    private final Map<Integer, Job> jobs = forgetful();
    private final Map<String, Known> known = forgetful();

    /** A job that has begun. */
    private record Job(String group, int stage) {}

    /** What is known of one group. */
    private static final class Known {
        private @Nullable Place place;
        private Turn.Blame blame = Turn.Blame.COUNTED;
        private boolean over;
    }

    /**
     * A task that did not come back.
     *
     * @param where it was launched; nameless where that is not known
     */
    record Loss(Place where, Turn.Blame blame) {}

    /** What is known of a group that was lost; asked once. Waits until Spark has told everything, but not for ever. */
    synchronized Loss loss(String group, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        long left = most.toNanos();
        while (left > 0 && !of(group).over) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = until - System.nanoTime();
        }
        Known found = of(group);
        known.remove(group);
        Place place = found.place == null ? new Place("", "", System.currentTimeMillis()) : found.place;
        return new Loss(place, found.blame);
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart job) {
        Properties properties = job.properties();
        String group = properties == null ? null : properties.getProperty("spark.jobGroup.id");
        if (group != null && !job.stageIds().isEmpty()) {
            int stage = (Integer) job.stageIds().head();
            jobs.put(job.jobId(), new Job(group, stage));
            stages.put(stage, group);
        }
    }

    @Override
    public synchronized void onTaskStart(SparkListenerTaskStart task) {
        String group = stages.get(task.stageId());
        if (group != null && of(group).place == null) {
            of(group).place = new Place(
                    task.taskInfo().host(),
                    task.taskInfo().executorId(),
                    task.taskInfo().launchTime());
        }
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
        String group = stages.get(task.stageId());
        if (group != null && task.reason() instanceof ExecutorLostFailure lost && takenAway(lost)) {
            of(group).blame = Turn.Blame.NONE;
        }
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd job) {
        Job ended = jobs.remove(job.jobId());
        if (ended == null) {
            return;
        }
        stages.remove(ended.stage());
        if (job.jobResult() == JobSucceeded$.MODULE$) {
            known.remove(ended.group());
        } else {
            of(ended.group()).over = true;
            notifyAll();
        }
    }

    /** Whether the cluster took the executor for a reason of its own, which no trial can have brought about. */
    private static boolean takenAway(ExecutorLostFailure lost) {
        String reason = lost.reason().isDefined() ? lost.reason().get().toLowerCase(Locale.ROOT) : "";
        return !lost.exitCausedByApp()
                && (reason.contains("decommission")
                        || reason.contains("preempt")
                        || reason.contains("killed by driver"));
    }

    private Known of(String group) {
        return known.computeIfAbsent(group, nobody -> new Known());
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
