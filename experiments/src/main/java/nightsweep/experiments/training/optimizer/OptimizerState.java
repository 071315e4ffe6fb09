package nightsweep.experiments.training.optimizer;

import nightsweep.experiments.maths.Arithmetic;

/** The numbers that an optimizer keeps for each parameter, so many as it says, zero before the first step. */
public interface OptimizerState {

    /** One number of parameter {@code i}. */
    double get(int which, int i);

    /** Keeps a number of parameter {@code i} and returns it. */
    double put(int which, int i, double value);

    /** Brings a running mean up to date, {@code decay m + rest g}, and returns it. */
    default double mean(Arithmetic n, int which, int i, double g, double decay, double rest) {
        return put(which, i, n.fma(g, rest, n.decayed(get(which, i), decay)));
    }

    /** Brings a running mean of squares up to date, {@code decay v + rest g^2}, and returns it. */
    default double meanSquare(Arithmetic n, int which, int i, double g, double decay, double rest) {
        return put(which, i, n.fma(n.times(g, rest), g, n.decayed(get(which, i), decay)));
    }

    /** State in single precision: an array for each number that is kept, parameters at the same places. */
    final class Floats implements OptimizerState {
        private final float[][] arrays;

        public Floats(float[]... arrays) {
            this.arrays = arrays;
        }

        @Override
        public double get(int which, int i) {
            return arrays[which][i];
        }

        @Override
        public double put(int which, int i, double value) {
            arrays[which][i] = (float) value;
            return value;
        }
    }
}
