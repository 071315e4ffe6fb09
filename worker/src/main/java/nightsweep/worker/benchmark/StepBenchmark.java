package nightsweep.worker.benchmark;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.dataset.Scaling;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.EvaluationSpec;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.RandomStream;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.Clipping;
import nightsweep.experiments.training.LearningRate;
import nightsweep.experiments.training.OptimizerName;
import nightsweep.experiments.training.Penalty;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.worker.blas.Blas;
import nightsweep.worker.dataset.DataException;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.DatasetLoader;
import nightsweep.worker.training.Engine;
import nightsweep.worker.training.ExampleOrder;
import nightsweep.worker.training.Learner;

/**
 * Milliseconds a training step of the headline network, 784-512-128-10 with relu and dropout on minibatches of 64, early in
 * a training and late, on one thread; beside the time that its matrix products alone take on this machine.
 */
public final class StepBenchmark {
    private static final int BATCH = 64;
    private static final int WINDOW = 300;
    private static final int EARLY = 1_000;
    private static final int LATE = 10_000;

    private final List<Engine> engines;
    private final int early;
    private final int late;
    private final int window;

    public StepBenchmark(List<Engine> engines) {
        this(engines, EARLY, LATE, WINDOW);
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
        List<Product> products = Product.ofStep(BATCH, List.of(dataset.width(), 512, 128, 10));
        double productMillis = products.stream().mapToDouble(Product::nanos).sum() / 1e6;
        double operations = products.stream().mapToDouble(Product::operations).sum();
        out.printf(
                Locale.ROOT,
                "matrix products alone: %.2f ms a step, %.0f GFLOP/s%n",
                productMillis,
                operations / productMillis / 1e6);
        out.printf(
                Locale.ROOT,
                "%-8s %-8s %12s %12s %8s%n",
                "engine",
                "",
                String.format(Locale.ROOT, "step %,d", early),
                String.format(Locale.ROOT, "step %,d", late),
                "of peak");
        for (Engine engine : engines) {
            for (OptimizerName optimizer : List.of(OptimizerName.SGD, OptimizerName.RMSPROP, OptimizerName.ADAM)) {
                double[] millis = millis(engine, trial(spec, optimizer), dataset);
                out.printf(
                        Locale.ROOT,
                        "%-8s %-8s %9.2f ms %9.2f ms %6.0f %%%n",
                        engine.name(),
                        optimizer.label(),
                        millis[0],
                        millis[1],
                        100 * productMillis / Arrays.stream(millis).max().orElseThrow());
            }
        }
    }

    /** The median step of each window. */
    private double[] millis(Engine engine, Trial trial, Dataset dataset) {
        TrainingSpec training = trial.configuration().training();
        int examples = dataset.train().size();
        int stepsPerEpoch = training.stepsPerEpoch(examples);
        ExampleOrder orders = new ExampleOrder(training.order(), examples, trial.seed(RandomStream.ORDER));
        double[] medians = new double[2];
        double[] millis = new double[window];
        int[] order = {};
        try (Learner learner = engine.learner(trial, dataset)) {
            for (int step = 0; step < late + window; step++) {
                int epoch = step / stepsPerEpoch;
                if (step % stepsPerEpoch == 0) {
                    order = orders.of(epoch);
                }
                int from = step % stepsPerEpoch * BATCH;
                long start = System.nanoTime();
                learner.train(dataset.train(), order, from, from + BATCH, step, epoch);
                millis[step % window] = (System.nanoTime() - start) / 1e6;
                if (step == early + window - 1) {
                    medians[0] = median(millis);
                }
            }
            medians[1] = median(millis);
        }
        return medians;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static DatasetSpec dataset(Optional<String> dataHome) {
        DataSource source =
                dataHome.isPresent() ? new DataSource.Folder("mnist") : new DataSource.Digits(12_800, 100, 0, 1, 42);
        return new DatasetSpec(source, new Scaling.Unit(), 0, 0, 0);
    }

    private static Trial trial(DatasetSpec dataset, OptimizerName optimizer) {
        Initial initial = new Initial.Scaled(Initial.Scale.FAN_IN_UNIFORM);
        Activation relu = Activation.of(ActivationName.RELU);
        List<LayerSpec> hidden = Stream.of(512, 128)
                .<LayerSpec>map(units -> new LayerSpec.Dense(units, relu, 0.2, initial, initial))
                .toList();
        LayerSpec output = new LayerSpec.Output(
                10, Activation.of(ActivationName.SOFTMAX), LossName.CROSS_ENTROPY, initial, initial);
        TrainingSpec training = new TrainingSpec(
                15,
                BATCH,
                TrainingSpec.Order.SHUFFLED,
                TrainingSpec.LastBatch.DROP,
                optimizer.defaults(),
                LearningRate.constant(0.01),
                Penalty.NONE,
                Clipping.NONE);
        Configuration configuration = new Configuration(
                1,
                Map.of(),
                dataset,
                new NetworkSpec(
                        Stream.concat(hidden.stream(), Stream.of(output)).toList()),
                training,
                new EvaluationSpec(EvaluationSpec.Dropout.WITHOUT));
        Objective objective = new Objective(Objective.Metric.ACCURACY, Objective.Goal.MAXIMIZE);
        return new Sweep("benchmark", "", List.of(), List.of(configuration), objective, 1, 42, List.of())
                .trials()
                .get(0);
    }
}
