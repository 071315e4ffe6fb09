package nightsweep.benchmark.training;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.blas.Blas;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.speed.OwnProduct;
import nightsweep.worker.speed.Product;

/**
 * Milliseconds a training step of the headline network, 784-512-128-10 with relu and dropout on minibatches of 64, early in
 * a training and late, on one thread, and with batch normalisation after each hidden layer; beside the time that its matrix
 * products alone take on this machine.
 */
public final class StepBenchmark {
    private static final int WINDOW = 500;
    private static final int EARLY = 1_000;
    private static final List<OptimizerName> OPTIMIZERS =
            List.of(OptimizerName.SGD, OptimizerName.RMSPROP, OptimizerName.ADAM);

    private final List<Engine> engines;
    private final int early;
    private final int late;
    private final int window;

    /** @param late the step around which it is measured a second time, past 1,500 */
    public StepBenchmark(List<Engine> engines, int late) {
        this(engines, EARLY, late, WINDOW);
    }

    /**
     * @param early the first step of the first window
     * @param late the first step of the second window, after the first
     * @param window steps of which the median is told
     */
    StepBenchmark(List<Engine> engines, int early, int late, int window) {
        this.engines = List.copyOf(engines);
        this.early = early;
        this.late = late;
        this.window = window;
    }

    /**
     * Measures every engine and prints a table.
     *
     * @param dataHome where a folder {@code mnist} is; digits are drawn where it is empty. Both have pixels that never vary:
     *     without them late steps would tell nothing about the decay of optimizer state
     * @throws DataException where the data cannot be had
     */
    public void run(Optional<String> dataHome, PrintStream out) throws DataException {
        out.printf("%s%n", Blas.load().describe());
        DatasetSpec spec = dataset(dataHome);
        Dataset dataset = new DatasetLoader(new org.apache.hadoop.conf.Configuration(), dataHome).load(spec, 42);
        List<Product> products = products();
        double operations = products.stream().mapToDouble(Product::operations).sum();
        double best = productMillis(products);
        out.printf(
                Locale.ROOT,
                "matrix products alone: by the library %.2f ms a step, %.0f GFLOP/s",
                best,
                operations / best / 1e6);
        double own = ownMillis(products);
        out.printf(Locale.ROOT, "; our own %.2f ms a step, %.0f GFLOP/s%n", own, operations / own / 1e6);
        out.printf(
                Locale.ROOT,
                "%-8s %-8s %12s %12s %12s%n",
                "engine",
                "",
                String.format(Locale.ROOT, "step %,d", early),
                String.format(Locale.ROOT, "step %,d", late),
                "products");
        for (Engine engine : engines) {
            for (OptimizerName optimizer : OPTIMIZERS) {
                Workload workload = Workload.headline(optimizer);
                print(engine, optimizer.label(), millis(engine, workload.trial(spec), dataset), products, out);
            }
            Workload normalized = Workload.headline(OptimizerName.SGD).withNormalization();
            print(engine, "sgd+norm", millis(engine, normalized.trial(spec), dataset), products, out);
        }
    }

    private static void print(Engine engine, String what, double[] millis, List<Product> products, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%-8s %-8s %9.2f ms %9.2f ms %9.2f ms%n",
                engine.name(),
                what,
                millis[0],
                millis[1],
                productMillis(products));
    }

    /** The median step of each window. */
    private double[] millis(Engine engine, Trial trial, Dataset dataset) {
        try (Learner learner = engine.learner(trial, dataset)) {
            Steps steps = new Steps(learner, trial, dataset);
            steps.until(early);
            double first = steps.medianMillis(window);
            steps.until(late);
            return new double[] {first, steps.medianMillis(window)};
        }
    }

    private static List<Product> products() {
        Workload headline = Workload.headline(OptimizerName.SGD);
        return Product.ofStep(headline.batch(), headline.widths());
    }

    /** Measured anew for each line: what a processor can do changes from minute to minute on a shared machine. */
    private static double productMillis(List<Product> products) {
        return products.stream().mapToDouble(Product::nanos).sum() / 1e6;
    }

    private static double ownMillis(List<Product> products) {
        return products.stream()
                        .map(OwnProduct::new)
                        .mapToDouble(OwnProduct::nanos)
                        .sum()
                / 1e6;
    }

    static DatasetSpec dataset(Optional<String> dataHome) {
        DataSource source =
                dataHome.isPresent() ? new DataSource.Folder("mnist") : new DataSource.Digits(12_800, 100, 0, 1, 42);
        return new DatasetSpec(source, new Scaling.Unit(), 0, 0, 0);
    }
}
