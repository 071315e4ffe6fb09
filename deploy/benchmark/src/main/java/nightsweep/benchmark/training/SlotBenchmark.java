package nightsweep.benchmark.training;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.blas.Blas;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.speed.Product;

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

    /** Measures and prints a line for the products, and one for each optimizer. */
    public void run(PrintStream out) throws InterruptedException {
        out.printf("%s%n", Blas.load().describe());
        Workload headline = Workload.headline(OptimizerName.SGD);
        List<Product> products = Product.ofStep(headline.batch(), headline.widths());
        compare("products", () -> productRate(products), out);
        for (OptimizerName optimizer : List.of(OptimizerName.SGD, OptimizerName.RMSPROP, OptimizerName.ADAM)) {
            Workload workload = Workload.headline(optimizer);
            Dataset dataset = MadeUpData.of(
                    workload.widths().get(0),
                    workload.widths().get(workload.widths().size() - 1));
            compare(optimizer.label(), () -> rate(workload, dataset), out);
        }
    }

    private static void compare(String name, Callable<Double> work, PrintStream out) throws InterruptedException {
        List<Double> ratios = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double one = perSecond(1, work);
            double two = perSecond(2, work);
            alone.add(one);
            ratios.add(two / one);
        }
        Collections.sort(ratios);
        Collections.sort(alone);
        out.printf(
                Locale.ROOT,
                "%-8s one slot %6.0f steps/s, two slots %.2f times that (%.2f to %.2f over %d rounds)%n",
                name,
                alone.get(ROUNDS / 2),
                ratios.get(ROUNDS / 2),
                ratios.get(0),
                ratios.get(ROUNDS - 1),
                ROUNDS);
    }

    private static double perSecond(int slots, Callable<Double> work) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(slots);
        try {
            double sum = 0;
            for (Future<Double> rate : threads.invokeAll(Collections.nCopies(slots, work))) {
                sum += rate.get();
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A slot failed.", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Steps a second if there were nothing but products, in the average of a while. */
    private double productRate(List<Product> products) {
        long began = System.nanoTime();
        double nanos = 0;
        int rounds = 0;
        while (System.nanoTime() - began < millis * 1_000_000) {
            nanos += products.stream().mapToDouble(Product::meanNanos).sum();
            rounds++;
        }
        return rounds * 1e9 / nanos;
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
