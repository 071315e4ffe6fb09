package nightsweep.benchmark.training;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.experiments.network.Initial;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.LossName;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.network.Window;
import nightsweep.experiments.sweep.Trial;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.blas.Blas;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.engine.Engine;
import nightsweep.worker.engine.Learner;
import nightsweep.worker.speed.Product;

/**
 * Milliseconds a training step of a convolution network on 3x64x64 images in minibatches of 20, on one thread, beside its
 * floating-point operations and what matrix products alone reach on this machine.
 */
public final class ConvolutionBenchmark {
    private static final Shape.Planes IMAGES = new Shape.Planes(3, 64, 64);
    private static final int BATCH = 20;
    private static final int CLASSES = 2;
    private static final Initial START = new Initial.Scaled(Initial.Scale.XAVIER_UNIFORM);
    private static final Activation RELU = Activation.of(ActivationName.RELU);

    /** A product as large as a core's cache. */
    private static final Product LARGE = new Product(768, 768, 768, Product.Stored.AS_IT_IS, Product.Stored.AS_IT_IS);

    private final List<Engine> engines;
    private final int warmUp;
    private final int steps;

    /**
     * @param warmUp steps that are not counted
     * @param steps of which the median is told
     */
    public ConvolutionBenchmark(List<Engine> engines, int warmUp, int steps) {
        this.engines = List.copyOf(engines);
        this.warmUp = warmUp;
        this.steps = steps;
    }

    /** Measures every engine and prints a table. */
    public void run(PrintStream out) {
        NetworkSpec network = network();
        Dataset dataset = MadeUpData.of(IMAGES, CLASSES);
        List<Product> products = products(network);
        double operations = products.stream().mapToDouble(Product::operations).sum();
        out.printf("%s%n", Blas.load().describe());
        out.printf(
                Locale.ROOT,
                "a step: %.2f GFLOP, %,d parameters; products alone %.1f ms; a large product %.0f GFLOP/s%n",
                operations / 1e9,
                network.parameters(IMAGES),
                productMillis(products),
                LARGE.operations() / LARGE.nanos());
        out.printf("%-8s %12s %12s %12s%n", "engine", "a step", "GFLOP/s", "products");
        Trial trial = Workload.trial(MadeUpData.SPEC, network, Workload.training(1, BATCH, OptimizerName.RMSPROP));
        for (Engine engine : engines) {
            double millis = millis(engine, trial, dataset);
            out.printf(
                    Locale.ROOT,
                    "%-8s %9.1f ms %12.0f %9.1f ms%n",
                    engine.name(),
                    millis,
                    operations / millis / 1e6,
                    productMillis(products));
        }
    }

    private double millis(Engine engine, Trial trial, Dataset dataset) {
        try (Learner learner = engine.learner(trial, dataset)) {
            Steps timed = new Steps(learner, trial, dataset);
            timed.until(warmUp);
            return timed.medianMillis(steps);
        }
    }

    private static double productMillis(List<Product> products) {
        return products.stream().mapToDouble(Product::nanos).sum() / 1e6;
    }

    private static NetworkSpec network() {
        List<LayerSpec> layers = new ArrayList<>();
        for (int filters : List.of(32, 64, 128)) {
            Window window = new Window(3, 1, Window.Padding.VALID);
            layers.add(new LayerSpec.Convolution(filters, window, RELU, START, START));
            layers.add(new LayerSpec.Pooling(LayerSpec.Pooling.Kind.MAX, new Window(2, 2, Window.Padding.VALID)));
        }
        layers.add(new LayerSpec.Dropout(0.5));
        layers.add(new LayerSpec.Dense(512, RELU, 0, START, START));
        Activation softmax = Activation.of(ActivationName.SOFTMAX);
        layers.add(new LayerSpec.Output(CLASSES, softmax, LossName.CROSS_ENTROPY, START, START));
        return new NetworkSpec(layers);
    }

    /** Those of a step, without the gradient of the images. */
    private static List<Product> products(NetworkSpec network) {
        List<Product> products = new ArrayList<>();
        Shape shape = IMAGES;
        for (LayerSpec layer : network.layers()) {
            Shape outputs = layer.outputs(shape);
            if (layer instanceof LayerSpec.Weighted weighted) {
                int rows = BATCH * outputs.values() / weighted.units();
                products.addAll(Product.ofLayer(rows, weighted.fanIn(shape), weighted.units(), !products.isEmpty()));
            }
            shape = outputs;
        }
        return products;
    }
}
