package nightsweep.benchmark.scheduling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nightsweep.driver.schedule.Agenda;
import nightsweep.driver.schedule.ClusterException;
import nightsweep.driver.schedule.FanOut;
import nightsweep.driver.schedule.task.TrialLimits;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;

/**
 * What a night on a large cluster costs the driver, in virtual time: the same decisions as on Spark, without Spark and
 * without files.
 *
 * @param trials a multiple of 100; of as many sweeps as it takes, for a file declares {@value #LARGEST_SWEEP} at most
 * @param slots a multiple of 8
 */
public record NightBenchmark(int trials, int slots) {
    private static final int LARGEST_SWEEP = 1_000_000;
    private static final int REPEATS = 10;
    private static final double LOSSES_AN_HOUR = 0.05;
    private static final long SEED = 12;
    private static final double MEGABYTE = 1 << 20;

    private static final String SWEEP = """
            name: night
            dataset: {name: digits, train: 2000, test: 500, validation: 0.1}
            network:
              - dense: {units: 128, activation: $activation, dropout: 0.2}
              - output: {units: 10, loss: cross-entropy}
            training: {epochs: 15, batch-size: 64, optimizer: $optimizer, learning-rate: $rate}
            grid:
              activation: [relu, tanh]
              optimizer: [sgd, rmsprop, adam, nesterov, adagrad]
              rate: [%s]
            repeats: 10
            seed: %d
            """;

    /** Runs it and returns what it found, in lines. */
    public String run() throws SweepFileException, ClusterException, InterruptedException {
        List<String> lines = new ArrayList<>();
        double before = heapMegabytes();
        double parsed = 0;
        long configurations = 0;
        long began = System.nanoTime();
        List<Trial> all = new ArrayList<>(trials);
        while (all.size() < trials) {
            int more = Math.min(LARGEST_SWEEP, trials - all.size());
            long start = System.nanoTime();
            String text = SWEEP.formatted(rates(more / (2 * 5 * REPEATS)), 1 + all.size() / LARGEST_SWEEP);
            Sweep sweep = SweepFile.parse(text, "night");
            parsed += seconds(start);
            configurations += sweep.configurations().size();
            all.addAll(sweep.trials());
        }
        lines.add(String.format(
                Locale.ROOT,
                "%,d configurations read in %.1f s, %,d trials listed in %.1f s: %.0f MB",
                configurations,
                parsed,
                all.size(),
                seconds(began) - parsed,
                heapMegabytes() - before));
        lines.addAll(night(all));
        return String.join(System.lineSeparator(), lines);
    }

    private List<String> night(List<Trial> all) throws ClusterException, InterruptedException {
        VirtualJobs jobs = new VirtualJobs(slots, LOSSES_AN_HOUR, SEED);
        double before = heapMegabytes();
        int[] ended = new int[2];
        long[] marks = new long[2];
        long began = System.nanoTime();
        new FanOut(jobs, TrialLimits.USUAL.maxAttempts()).run(Agenda.of(List.of(), all), one -> {
            if (one instanceof FanOut.Ended.Lost) {
                ended[1]++;
            }
            int count = ++ended[0];
            if (count == all.size() / 10) {
                marks[0] = System.nanoTime();
            } else if (count == all.size() / 10 * 9) {
                marks[1] = System.nanoTime();
            }
        });
        double seconds = seconds(began);
        double tenth = all.size() / 10.0;
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%,d trials on %,d slots: %.1f hours of virtual time in %.1f s: %.1f us a trial, %.1f in the first"
                                + " tenth, %.1f in the last",
                        ended[0],
                        slots,
                        jobs.nanoTime() / 1e9 / Duration.ofHours(1).toSeconds(),
                        seconds,
                        seconds * 1e6 / all.size(),
                        (marks[0] - began) / 1e3 / tenth,
                        (System.nanoTime() - marks[1]) / 1e3 / tenth),
                String.format(
                        Locale.ROOT,
                        "%,d executors lost, %,d trials lost for good; the driver's heap grew by %.0f MB",
                        jobs.lostExecutors(),
                        ended[1],
                        heapMegabytes() - before));
    }

    private static String rates(int count) {
        List<String> rates = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rates.add(Double.toString(i / 1e6));
        }
        return String.join(", ", rates);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static double heapMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }
}
