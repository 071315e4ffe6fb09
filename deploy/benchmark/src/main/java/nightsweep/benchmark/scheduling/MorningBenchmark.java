package nightsweep.benchmark.scheduling;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nightsweep.driver.journal.RunDirectory;
import nightsweep.driver.journal.RunDirectoryException;
import nightsweep.driver.plan.Plan;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.sweep.TrialId;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.experiments.yaml.SweepFileException;
import nightsweep.worker.dataset.load.DatasetLoader;
import org.apache.hadoop.conf.Configuration;

/**
 * What a run of many trials that have ended costs whoever looks at it, in the product's own code, on a file system that
 * makes each outcome when it is opened: to plan it, to find out that nothing is left to do, its status, its tables, its page.
 * The time that making outcomes takes is told apart.
 *
 * @param trials a multiple of 100
 * @param looks what is measured
 */
public record MorningBenchmark(int trials, Looks looks) {
    private static final int REPEATS = 10;
    private static final int MOST_VALUES = 10;
    private static final double MEGABYTE = 1 << 20;

    private static final String SWEEP = """
            name: morning
            dataset: {name: digits, train: 300, test: 100, validation: 0.1}
            network:
              - dense: {units: $units, activation: $activation, dropout: $dropout}
              - output: {units: 10, loss: cross-entropy}
            training: {epochs: 15, batch-size: 64, optimizer: $optimizer, learning-rate: $rate}
            grid:
              activation: [relu, tanh]
              optimizer: [sgd, rmsprop, adam, nesterov, adagrad]
              rate: [%s]
              dropout: [%s]
              units: [%s]
            repeats: 10
            seed: 12
            """;

    /** What the product is asked to do with a run. */
    public interface Looks {
        /** Begins or goes on with a run. */
        void run(String text, Plan plan, String run, Configuration hadoop) throws Exception;

        /** Says where it stands. */
        void status(String run, Configuration hadoop) throws Exception;

        /** Makes its tables and its page. */
        void report(String run, Configuration hadoop) throws Exception;
    }

    /** Runs it and tells what it finds, line by line. */
    public void run(Consumer<String> told) throws Exception {
        Configuration hadoop = new Configuration();
        Clock clock = new Clock(StandInFiles.with(List.of(), hadoop), told);
        String text = text();
        StandInFiles files = claim(text, hadoop, clock);
        clock.start();
        looks.status(StandInFiles.place(), hadoop);
        clock.tell("status");
        report(hadoop, files, clock);
        resume(text, hadoop, files, clock);
    }

    private String text() {
        int rest = trials / (2 * 5 * REPEATS);
        int rates = divisor(rest);
        int dropouts = divisor(rest / rates);
        return SWEEP.formatted(
                values(rates, i -> Double.toString(i / 1_000.0)),
                values(dropouts, i -> Double.toString((i - 1) / 20.0)),
                values(rest / rates / dropouts, i -> Integer.toString(2 * i)));
    }

    private static int divisor(int number) {
        return BigInteger.valueOf(MOST_VALUES).gcd(BigInteger.valueOf(number)).intValue();
    }

    private static String values(int count, IntFunction<String> value) {
        return IntStream.rangeClosed(1, count).mapToObj(value).collect(Collectors.joining(", "));
    }

    private static StandInFiles claim(String text, Configuration hadoop, Clock clock)
            throws SweepFileException, RunDirectoryException, IOException {
        clock.start();
        Sweep sweep = SweepFile.parse(text, "morning");
        clock.tell("sweep file read");
        List<TrialId> ids = sweep.trials().stream().map(Trial::id).toList();
        clock.tell("trials listed");
        StandInFiles files = StandInFiles.with(ids, hadoop);
        RunDirectory.at(StandInFiles.place(), hadoop).claim(text, sweep);
        return files;
    }

    /** Ends before the tables are made, which are measured by themselves. */
    private void resume(String text, Configuration hadoop, StandInFiles files, Clock clock) throws Exception {
        clock.start();
        DatasetLoader loader = new DatasetLoader(hadoop, Optional.empty());
        Plan plan = Plan.of(SweepFile.parse(text, "morning"), loader::facts);
        clock.tell("plan");
        files.listener(new StandInFiles.Listener() {
            private int opened;

            @Override
            public synchronized void opensOutcome() throws IOException {
                opened++;
                if (opened > trials) {
                    throw new IOException("Enough was seen.");
                }
            }
        });
        clock.start();
        try {
            looks.run(text, plan, StandInFiles.place(), hadoop);
        } catch (Exception e) {
            if (!String.valueOf(e.getMessage()).contains("Enough was seen.")) {
                throw e;
            }
        } finally {
            files.listener(new StandInFiles.Listener() {});
        }
        clock.tell("resume");
    }

    private void report(Configuration hadoop, StandInFiles files, Clock clock) throws Exception {
        files.listener(new StandInFiles.Listener() {
            private int opened;

            @Override
            public synchronized void opensOutcome() {
                opened++;
                if (opened == trials + 1) {
                    clock.tell("tables: outcomes read");
                }
            }

            @Override
            public void writes(String name) {
                if (name.contains("results.csv")) {
                    clock.tell("tables: worked out");
                } else if (name.contains("summary.json")) {
                    clock.tell("tables: written");
                }
            }
        });
        clock.start();
        looks.report(StandInFiles.place(), hadoop);
        files.listener(new StandInFiles.Listener() {});
        clock.tell("page: with the files of trials for people");
    }

    /** Measures one thing after the other, and stands still while it tells of one. */
    private static final class Clock {
        private final StandInFiles files;
        private final Consumer<String> told;
        private Moment from;

        Clock(StandInFiles files, Consumer<String> told) {
            this.files = files;
            this.told = told;
            this.from = Moment.of(files);
        }

        void start() {
            from = Moment.of(files);
        }

        void tell(String what) {
            Moment to = Moment.of(files);
            double making = (to.makingNanos - from.makingNanos) / 1e9;
            told.accept(String.format(
                    Locale.ROOT,
                    "%s: %.1f s, %.1f s of processor time%s; %s; %,.0f MB read, %,.0f MB written; heap in use %,.0f MB",
                    what,
                    (to.nanos - from.nanos) / 1e9,
                    (to.processorNanos - from.processorNanos) / 1e9 - making,
                    making < 0.05 ? "" : String.format(Locale.ROOT, " and %.1f s of the stand-in's", making),
                    CountedCalls.words(from.calls, to.calls),
                    (to.read - from.read) / MEGABYTE,
                    (to.written - from.written) / MEGABYTE,
                    heapMegabytes()));
            start();
        }
    }

    private record Moment(
            long nanos,
            long processorNanos,
            long makingNanos,
            Map<CountedCalls.Kind, Long> calls,
            long read,
            long written) {
        static Moment of(StandInFiles files) {
            return new Moment(
                    System.nanoTime(),
                    ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                            ? system.getProcessCpuTime()
                            : 0,
                    files.makingNanos(),
                    files.calls().now(),
                    files.bytesRead(),
                    files.bytesWritten());
        }
    }

    private static double heapMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }
}
