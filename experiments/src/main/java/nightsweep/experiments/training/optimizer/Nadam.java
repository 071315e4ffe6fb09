package nightsweep.experiments.training.optimizer;

import nightsweep.experiments.Checks;
import nightsweep.experiments.maths.Arithmetic;

/**
 * Adam's moments, {@code c(t) = beta1 (1 - 0.96^(t momentumDecay) / 2)}, {@code C(t) = c(1) ... c(t)}, and {@code w -= r
 * (c(t+1) m / (1 - C(t+1)) + (1 - c(t)) g / (1 - C(t))) / (sqrt(v / (1 - beta2^t)) + epsilon)} (Dozat 2016, algorithm
 * 2).
 *
 * @param momentumDecay how fast {@code c} rises from half of {@code beta1} to it; from 100,000 on it is there at once
 */
public record Nadam(double beta1, double beta2, double epsilon, double momentumDecay) implements OptimizerSpec {
    static final Nadam USUAL = new Nadam(0.9, 0.999, 1e-8, 0.004);

    private static final double RISE = 0.96;

    public Nadam {
        Checks.fraction("beta1", beta1);
        Checks.fraction("beta2", beta2);
        Checks.positive("epsilon", epsilon);
        Checks.notNegative("momentum-decay", momentumDecay);
    }

    @Override
    public double usualLearningRate() {
        return 0.001;
    }

    @Override
    public int stateValues() {
        return 2;
    }

    @Override
    public boolean ownsStepSize() {
        return true;
    }

    @Override
    public Nadam with(Hyperparameters told) {
        return new Nadam(
                told.fraction("beta1", beta1),
                told.fraction("beta2", beta2),
                told.positive("epsilon", epsilon),
                told.notNegative("momentum-decay", momentumDecay));
    }

    /** {@code c(t)}. */
    private double momentum(long t) {
        return beta1 * (1 - 0.5 * StrictMath.pow(RISE, t * momentumDecay));
    }

    @Override
    public Rule rule(Arithmetic n) {
        double first = n.round(beta1);
        double rest1 = n.round(1 - beta1);
        double second = n.round(beta2);
        double rest2 = n.round(1 - beta2);
        double added = n.round(epsilon);
        Momenta momenta = new Momenta();
        return (rate, t) -> {
            double product = momenta.upTo(t);
            double next = momentum(t + 1);
            double meanShare = n.round(rate * (next / (1 - product * next)));
            double gradientShare = n.round(rate * ((1 - momentum(t)) / (1 - product)));
            double squareFactor = n.round(1 / (1 - StrictMath.pow(beta2, (double) t)));
            return new Step(n, first, rest1, second, rest2, meanShare, gradientShare, squareFactor, added);
        };
    }

    /** {@code C} at one step after another. */
    private final class Momenta {
        private long step;
        private double product = 1;

        /** {@code C(t)}: the same number whatever was asked for before. */
        double upTo(long t) {
            if (t < step) {
                step = 0;
                product = 1;
            }
            while (step < t && product > 0) {
                step++;
                product *= momentum(step);
            }
            step = t;
            return product;
        }
    }

    /**
     * {@code m = beta1 m + rest1 g; v = beta2 v + rest2 g^2};
     * {@code (meanShare m + gradientShare g) / (sqrt(squareFactor v) + epsilon)}.
     *
     * @param meanShare {@code r c(t+1) / (1 - C(t+1))}
     * @param gradientShare {@code r (1 - c(t)) / (1 - C(t))}
     * @param squareFactor {@code 1 / (1 - beta2^t)}
     */
    public record Step(
            Arithmetic n,
            double beta1,
            double rest1,
            double beta2,
            double rest2,
            double meanShare,
            double gradientShare,
            double squareFactor,
            double epsilon)
            implements OptimizerSpec.Step {
        @Override
        public double move(double g, OptimizerState state, int i) {
            double m = state.mean(n, 0, i, g, beta1, rest1);
            double v = state.meanSquare(n, 1, i, g, beta2, rest2);
            double ahead = n.fma(m, meanShare, n.times(g, gradientShare));
            return n.over(ahead, n.plus(n.root(n.times(v, squareFactor)), epsilon));
        }
    }
}
