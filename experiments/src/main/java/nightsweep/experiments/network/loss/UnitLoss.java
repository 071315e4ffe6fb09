package nightsweep.experiments.network.loss;

import java.util.function.DoubleBinaryOperator;

/**
 * A loss that is a sum over output units.
 *
 * @param value of an output and its target
 * @param slope its derivative by the output
 */
public record UnitLoss(DoubleBinaryOperator value, DoubleBinaryOperator slope) implements ExampleLoss {

    @Override
    public double value(double[] p, double[] y) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += value.applyAsDouble(p[i], y[i]);
        }
        return sum;
    }

    @Override
    public void gradient(double[] p, double[] y, double[] slopes) {
        for (int i = 0; i < p.length; i++) {
            slopes[i] = slope.applyAsDouble(p[i], y[i]);
        }
    }
}
