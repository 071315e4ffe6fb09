package nightsweep.benchmark.training;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.blas.Blas;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.speed.Product;

/** Both engines on networks small and wide, in batches small and large: milliseconds a step with Adam, on one thread. */
public final class ShapeBenchmark {
    private static final List<List<Integer>> NETWORKS =
            List.of(List.of(2, 3, 1), List.of(25, 15, 10), List.of(784, 512, 128, 10), List.of(784, 2048, 2048, 10));
    private static final List<Integer> BATCHES = List.of(1, 16, 64, 512);

    /** Operations after which the code is compiled and the processor warm. */
    private static final double WARM_UP = 2e10;

    private static final int LEAST_STEPS = 5;
    private static final int MOST_STEPS = 4_000;

    private final Engines engines;
    private final List<List<Integer>> networks;
    private final double warmUp;

    public ShapeBenchmark(Engines engines) {
        this(engines, NETWORKS, WARM_UP);
    }

    ShapeBenchmark(Engines engines, List<List<Integer>> networks, double warmUp) {
        this.engines = engines;
        this.networks = networks;
        this.warmUp = warmUp;
    }

    /** Measures every network in every batch and prints a table. */
    public void run(PrintStream out) {
        out.printf("%s%n", Blas.load().describe());
        out.printf("%-20s %6s %12s %12s %8s%n", "network", "batch", "fused", "dl4j", "ratio");
        for (List<Integer> widths : networks) {
            Dataset dataset = MadeUpData.of(widths.get(0), widths.get(widths.size() - 1));
            for (int batch : BATCHES) {
                Workload workload = new Workload(widths, 0, batch, OptimizerName.ADAM, false);
                double fast = millis(engines.named("fused"), workload, dataset);
                double reference = millis(engines.named("dl4j"), workload, dataset);
                out.printf(
                        Locale.ROOT,
                        "%-20s %6d %9.4f ms %9.4f ms %8.1f%n",
                        workload.sketch(),
                        batch,
                        fast,
                        reference,
                        reference / fast);
            }
        }
    }

    private double millis(Engine engine, Workload workload, Dataset dataset) {
        Trial trial = workload.trial(MadeUpData.SPEC);
        double operations = Product.ofStep(workload.batch(), workload.widths()).stream()
                .mapToDouble(Product::operations)
                .sum();
        int steps = (int) Math.max(LEAST_STEPS, Math.min(MOST_STEPS, warmUp / operations));
        try (Learner learner = engine.learner(trial, dataset)) {
            Steps timed = new Steps(learner, trial, dataset);
            timed.until(steps);
            return timed.medianMillis(Math.max(LEAST_STEPS, steps / 4));
        }
    }
}
