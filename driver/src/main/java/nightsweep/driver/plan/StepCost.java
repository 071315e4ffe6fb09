package nightsweep.driver.plan;

import nightsweep.experiments.dataset.DatasetFacts;
import nightsweep.experiments.network.LayerSpec;
import nightsweep.experiments.network.NetworkSpec;
import nightsweep.experiments.network.Shape;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.training.Augmentation;
import nightsweep.experiments.training.TrainingSpec;
import nightsweep.experiments.training.optimizer.OptimizerName;
import nightsweep.worker.engine.EngineCost;

/**
 * What training costs one slot, roughly: arithmetic of the matrix products, memory traffic of the optimizer and of what
 * convolutions put out, and a fixed overhead a step. It is meant for planning a night, within a factor of two on a current processor; the constants
 * make 784-512-128-10 in batches of 64 cost what was measured: 1.6 ms a step with SGD and 2.1 ms with Adam in the fused
 * engine, 6 and 11 ms in Deeplearning4j; and 64 filters of 3x3 on 28x28 in batches of 20 cost 5.7 ms in the fused one.
 *
 * @param engine of the engine that trains
 */
record StepCost(EngineCost engine) {
    /** Reading and scaling one value of an example. */
    private static final double GATHER_MILLIS = 0.9e-6;

    /** Changing one value of a picture. */
    private static final double AUGMENT_MILLIS = 7e-6;

    /** Gathering the windows of one value that a convolution puts out, activating it, and its way back. */
    private static final double PLANE_MILLIS = 5.5e-6;

    /** Of that, the share of the way forward. */
    private static final double FORWARD_SHARE = 0.4;

    /** Building a network, writing and forcing its outcome, and steps before they are compiled. */
    static final double TRIAL_MILLIS = 100;

    private static final int BYTES_PER_NUMBER = 4;
    /** A parameter is read and written, its gradient read. */
    private static final int ACCESSES_PER_PARAMETER = 3;
    /** A number of state is read and written. */
    private static final int ACCESSES_PER_STATE = 2;
    /** A value that is normalised is read and written so often on its way there and back. */
    private static final int ACCESSES_PER_NORMALIZED = 10;

    /** Training steps of one trial. */
    static long steps(Configuration configuration, DatasetFacts facts) {
        TrainingSpec training = configuration.training();
        return (long) training.epochs() * training.stepsPerEpoch(facts.trainExamples());
    }

    /** One trial: its steps, validation after each epoch, the test at the end, and what every trial takes. */
    double trialMillis(Configuration configuration, DatasetFacts facts) {
        TrainingSpec training = configuration.training();
        NetworkSpec network = configuration.network();
        long evaluated = (long) training.epochs() * facts.validationExamples() + facts.testExamples();
        return TRIAL_MILLIS
                + steps(configuration, facts) * stepMillis(network, training, facts)
                + evaluated
                        * (forwardFlops(network, facts.input()) / engine.flopsPerMilli()
                                + FORWARD_SHARE * PLANE_MILLIS * planeValues(network, facts.input()));
    }

    /** One training step. */
    double stepMillis(NetworkSpec network, TrainingSpec training, DatasetFacts facts) {
        int batch = Math.min(training.batchSize(), Math.max(1, facts.trainExamples()));
        double flops = batch * trainFlops(network, facts.input());
        OptimizerName optimizer = training.optimizer().name();
        double bytes = (double) network.parameters(facts.input())
                        * BYTES_PER_NUMBER
                        * (ACCESSES_PER_PARAMETER + ACCESSES_PER_STATE * optimizer.stateValues())
                + batch * normalizedValues(network, facts.input()) * BYTES_PER_NUMBER * ACCESSES_PER_NORMALIZED;
        return flops / engine.flopsPerMilli()
                + bytes / engine.bytesPerMilli()
                + batch * facts.width() * valueMillis(training)
                + batch * planeValues(network, facts.input()) * PLANE_MILLIS
                + engine.overheadMillis();
    }

    private static double valueMillis(TrainingSpec training) {
        return training.augmentation().equals(Augmentation.NONE) ? GATHER_MILLIS : GATHER_MILLIS + AUGMENT_MILLIS;
    }

    /** Three products a layer, forward, weights' gradient and input's gradient; the first layer needs no last one. */
    private static double trainFlops(NetworkSpec network, Shape inputs) {
        double flops = 0;
        Shape shape = inputs;
        int products = 2;
        for (LayerSpec layer : network.layers()) {
            double forward = forwardFlops(layer, shape);
            flops += products * forward;
            products = forward > 0 ? 3 : products;
            shape = layer.outputs(shape);
        }
        return flops;
    }

    private static double forwardFlops(NetworkSpec network, Shape inputs) {
        double flops = 0;
        Shape shape = inputs;
        for (LayerSpec layer : network.layers()) {
            flops += forwardFlops(layer, shape);
            shape = layer.outputs(shape);
        }
        return flops;
    }

    /** Values that the convolutions put out for one example. */
    private static double planeValues(NetworkSpec network, Shape inputs) {
        double values = 0;
        Shape shape = inputs;
        for (LayerSpec layer : network.layers()) {
            shape = layer.outputs(shape);
            values += layer instanceof LayerSpec.Convolution ? shape.values() : 0;
        }
        return values;
    }

    /** Values of one example that are normalised. */
    private static double normalizedValues(NetworkSpec network, Shape inputs) {
        double values = 0;
        Shape shape = inputs;
        for (LayerSpec layer : network.layers()) {
            values += layer instanceof LayerSpec.BatchNormalization ? shape.values() : 0;
            shape = layer.outputs(shape);
        }
        return values;
    }

    /** A multiplication and an addition for each weight, at each place of a window that moves. */
    private static double forwardFlops(LayerSpec layer, Shape inputs) {
        long weights = layer.parameters(inputs);
        return layer instanceof LayerSpec.Convolution && layer.outputs(inputs) instanceof Shape.Planes planes
                ? 2.0 * weights * planes.height() * planes.width()
                : 2.0 * weights;
    }
}
