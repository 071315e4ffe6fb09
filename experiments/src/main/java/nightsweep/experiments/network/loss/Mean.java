package nightsweep.experiments.network.loss;

/** A loss divided by the number of output units. */
public record Mean(ExampleLoss sum) implements ExampleLoss {

    @Override
    public double value(double[] p, double[] y) {
        return sum.value(p, y) / p.length;
    }

    @Override
    public void gradient(double[] p, double[] y, double[] slopes) {
        sum.gradient(p, y, slopes);
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] /= slopes.length;
        }
    }
}
