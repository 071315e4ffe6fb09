package nightsweep.worker.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.OptimizerName;
import nightsweep.worker.blas.Blas;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.training.Engine;
import nightsweep.worker.training.Learner;

/**
 * What a second slot adds: steps a second of the headline network on one thread, and on two at a time, in turns. Beside it
 * the same for matrix products, which is what the machine itself gives.
 */
public final class SlotBenchmark {
    private static final int ROUNDS = 5;
    private static final long MILLIS = 3_000;
    private static final int WARM_UP = 1_000;

    private final Engine engine;
    private final long millis;

    public SlotBenchmark(Engine engine) {
        this(engine, MILLIS);
    }

    SlotBenchmark(Engine engine, long millis) {
        this.engine = engine;
        this.millis = millis;
    }

    /** Measures and prints a line for each optimizer. */
    public void run(PrintStream out) throws InterruptedException {
        out.printf("%s%n", Blas.load().describe());
        for (OptimizerName optimizer : List.of(OptimizerName.SGD, OptimizerName.RMSPROP, OptimizerName.ADAM)) {
            Workload workload = Workload.headline(optimizer);
            Dataset dataset = MadeUpData.of(
                    workload.widths().get(0),
                    workload.widths().get(workload.widths().size() - 1));
            List<Double> ratios = new ArrayList<>();
            List<Double> alone = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                double one = perSecond(1, workload, dataset);
                double two = perSecond(2, workload, dataset);
                alone.add(one);
                ratios.add(two / one);
            }
            Collections.sort(ratios);
            Collections.sort(alone);
            out.printf(
                    Locale.ROOT,
                    "%-8s one slot %6.0f steps/s, two slots %.2f times that (%.2f to %.2f over %d rounds)%n",
                    optimizer.label(),
                    alone.get(ROUNDS / 2),
                    ratios.get(ROUNDS / 2),
                    ratios.get(0),
                    ratios.get(ROUNDS - 1),
                    ROUNDS);
        }
    }

    private double perSecond(int slots, Workload workload, Dataset dataset) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(slots);
        try {
            List<Future<Double>> rates = new ArrayList<>();
            for (int slot = 0; slot < slots; slot++) {
                rates.add(threads.submit(() -> rate(workload, dataset)));
            }
            double sum = 0;
            for (Future<Double> rate : rates) {
                sum += rate.get();
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A slot failed.", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private double rate(Workload workload, Dataset dataset) {
        Trial trial = workload.trial(MadeUpData.SPEC);
        try (Learner learner = engine.learner(trial, dataset)) {
            Steps steps = new Steps(learner, trial, dataset);
            steps.until(Math.min(WARM_UP, millis));
            return steps.perSecond(millis);
        }
    }
}
