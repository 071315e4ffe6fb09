package nightsweep.benchmark.scheduling;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.schedule.Agenda;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.driver.schedule.FanOut;
import nightsweep.driver.schedule.spark.SparkSlots;
import nightsweep.driver.schedule.task.TrialLimits;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;

/**
 * How many trials a second can be planned, shipped, started, kept and heard of, when there is next to nothing to train;
 * what that costs of processor time, early and late; how many threads it takes, and what it leaves in the driver's heap.
 *
 * @param trials 1 or more
 * @param master a Spark master URL
 */
public record SchedulingBenchmark(int trials, String master) {
    private static final double MEGABYTE = 1 << 20;
    private static final int STRETCHES = 10;

    /** Of three features, for two would leave a picture. */
    private static final String SWEEP = """
            name: scheduling
            dataset: {rows: [[0, 0, 0, no], [0, 1, 0, yes], [1, 0, 0, yes], [1, 1, 0, no]]}
            network:
              - dense: {units: 3, activation: tanh}
              - output: {units: 1, loss: binary-cross-entropy}
            training: {epochs: 1, batch-size: 10, optimizer: sgd, learning-rate: 0.1}
            """;

    /** Runs it in a temporary folder and returns what it found, in lines. */
    public String run()
            throws SweepFileException, DataException, IOException, RunDirectoryException, ClusterException,
                    InterruptedException {
        String text = SWEEP + "repeats: " + trials + "\n";
        Sweep sweep = SweepFile.parse(text, "scheduling");
        Configuration hadoop = new Configuration();
        Map<DatasetSpec, Dataset> datasets = new LinkedHashMap<>();
        DatasetSpec spec = sweep.configurations().get(0).dataset();
        datasets.put(spec, new DatasetLoader(hadoop, Optional.empty()).load(spec, sweep.seed()));
        Path folder = Files.createTempDirectory("nightsweep-scheduling");
        try (SparkSlots slots = SparkSlots.start(master, "nightsweep scheduling benchmark")) {
            RunDirectory run = RunDirectory.at(folder.toUri().toString(), hadoop);
            run.claim(text, sweep);
            return measure(
                    slots,
                    slots.ship(text, sweep, datasets, run.path(), hadoop, TrialLimits.USUAL, note -> {}),
                    sweep.trials());
        } finally {
            FileUtil.fullyDelete(folder.toFile());
        }
    }

    private String measure(SparkSlots slots, FanOut fanOut, List<Trial> all)
            throws InterruptedException, ClusterException {
        double before = heapMegabytes();
        int[] kept = new int[1];
        Stretch warm = new Stretch(0);
        List<Stretch> stretches = new ArrayList<>();
        int each = Math.max(1, all.size() / STRETCHES);
        Threads threads = new Threads();
        fanOut.run(Agenda.of(List.of(), all), ended -> {
            if (ended instanceof FanOut.Ended.Reported reported
                    && reported.report().problem().isEmpty()) {
                kept[0]++;
            }
            if (kept[0] % each == 0) {
                stretches.add(new Stretch(kept[0]));
                threads.look();
            }
        });
        Stretch end = new Stretch(kept[0]);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d of %,d trials kept in %.1f s on %d slots: %.0f trials a second",
                kept[0],
                all.size(),
                end.seconds(warm),
                slots.count(),
                kept[0] / end.seconds(warm)));
        Stretch from = warm;
        for (Stretch to : stretches) {
            lines.add(to.since(from));
            from = to;
        }
        lines.add(threads.text());
        lines.add(String.format(
                Locale.ROOT,
                "driver heap after a full collection: %.0f MB before, %.0f MB after",
                before,
                heapMegabytes()));
        return String.join(System.lineSeparator(), lines);
    }

    /** Where a run stood at some moment: trials kept, and time on the wall and on all processors. */
    private record Stretch(int kept, long nanos, long processorNanos) {
        Stretch(int kept) {
            this(kept, System.nanoTime(), processorNanosNow());
        }

        double seconds(Stretch before) {
            return (nanos - before.nanos) / 1e9;
        }

        String since(Stretch before) {
            int more = kept - before.kept;
            return String.format(
                    Locale.ROOT,
                    "to trial %,d: %.0f trials a second, %.1f ms of processor time a trial",
                    kept,
                    more / seconds(before),
                    (processorNanos - before.processorNanos) / 1e6 / more);
        }

        private static long processorNanosNow() {
            return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                    ? system.getProcessCpuTime()
                    : 0;
        }
    }

    /** The most threads seen, by whose they are. */
    private static final class Threads {
        private int most;
        private int training;

        void look() {
            Set<Thread> now = Thread.getAllStackTraces().keySet();
            if (now.size() > most) {
                most = now.size();
                training = (int) now.stream()
                        .map(Thread::getName)
                        .filter(name -> name.startsWith("Executor task launch worker") || name.startsWith("trial-t-"))
                        .count();
            }
        }

        String text() {
            return String.format(
                    Locale.ROOT, "threads: %,d at most, %,d of them slots and their trials", most, training);
        }
    }

    private static double heapMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }
}
