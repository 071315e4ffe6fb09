package nightsweep.experiments.network.loss;

/**
 * A loss of one example, {@code y} the targets and {@code p} the outputs, of equal length. Clipped where DL4J clips. A line of
 * {@link nightsweep.experiments.network.LossName} names it.
 */
public interface ExampleLoss {

    double value(double[] p, double[] y);

    /** Writes the derivative by each output to {@code slopes}. */
    void gradient(double[] p, double[] y, double[] slopes);
}
