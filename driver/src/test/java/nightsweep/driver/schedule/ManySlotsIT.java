package nightsweep.driver.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.schedule.spark.SparkSlots;
import nightsweep.driver.schedule.task.TrialLimits;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.load.DatasetLoader;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred slots: what the driver needs for them. */
class ManySlotsIT {
    private static final int SLOTS = 200;
    private static final String SWEEP = """
            name: many
            dataset: {rows: [[0, 0, 0, no], [0, 1, 0, yes], [1, 0, 0, yes], [1, 1, 0, no]]}
            network:
              - output: {units: 1, loss: binary-cross-entropy}
            training: {epochs: 1, batch-size: 10, optimizer: sgd, learning-rate: 0.1}
            repeats: 400
            """;

    @TempDir
    private Path folder;

    @Test
    void needsNoThreadForATrial() throws Exception {
        Configuration hadoop = new Configuration();
        Sweep sweep = SweepFile.parse(SWEEP, "many");
        Map<DatasetSpec, Dataset> datasets = new LinkedHashMap<>();
        DatasetSpec spec = sweep.configurations().get(0).dataset();
        datasets.put(spec, new DatasetLoader(hadoop, Optional.empty()).load(spec, sweep.seed()));
        RunDirectory run = RunDirectory.at(folder.toUri().toString(), hadoop);
        run.claim(SWEEP, sweep);
        Set<Integer> ended = new TreeSet<>();
        Set<Long> seen = new TreeSet<>();
        Map<String, Integer> others = new LinkedHashMap<>();

        try (SparkSlots slots = SparkSlots.start("local[" + SLOTS + "]", "many slots")) {
            assertThat(slots.count()).isEqualTo(SLOTS);
            slots.ship(SWEEP, sweep, datasets, run.path(), hadoop, TrialLimits.USUAL, told -> {})
                    .run(Agenda.of(List.of(), sweep.trials()), one -> {
                        ended.add(one.trial().number());
                        if (ended.size() % 50 == 0) {
                            Thread.getAllStackTraces().keySet().stream()
                                    .filter(thread -> !expected(thread) && seen.add(thread.getId()))
                                    .forEach(thread -> others.merge(kind(thread), 1, Integer::sum));
                        }
                    });
        }

        assertThat(ended).hasSize(400);
        assertThat(others.values().stream().mapToInt(Integer::intValue).sum())
                .as(others.toString())
                .isLessThan(SLOTS / 2);
    }

    /** Whether a thread is a slot, the trial in it, or of one of Spark's two pools that have a hundred at most. */
    private static boolean expected(Thread thread) {
        return Stream.of("Executor task launch worker", "trial-t-", "block-manager-ask", "block-manager-storage")
                .anyMatch(thread.getName()::startsWith);
    }

    private static String kind(Thread thread) {
        return List.of(thread.getName().split("[-0-9 ]+")).stream().limit(3).collect(Collectors.joining(" "));
    }
}
