package nightsweep.worker.engine.doubles;

import java.util.Arrays;
import java.util.List;
import nightsweep.worker.engine.DropoutMask;

/**
 * The dropouts, one after another, of what comes out of a layer or into the network.
 *
 * @param training masks of training steps
 * @param testing masks of passes that do not train but drop out nevertheless
 */
record DoubleDropout(List<DropoutMask> training, List<DropoutMask> testing, List<Double> rates) {

    /** What each value of example {@code row} of a training step is multiplied by. */
    double[] training(long step, int row, int width) {
        return factors(training, step, row, width);
    }

    /** The same for example {@code row} of a test. */
    double[] testing(int row, int width) {
        return factors(testing, 0, row, width);
    }

    private double[] factors(List<DropoutMask> masks, long step, int row, int width) {
        double[] factors = new double[width];
        Arrays.fill(factors, 1);
        float[] kept = new float[width];
        for (int i = 0; i < masks.size(); i++) {
            masks.get(i).fill(step, (long) row * width, width, kept);
            for (int unit = 0; unit < width; unit++) {
                factors[unit] = kept[unit] == 0 ? 0 : factors[unit] / (1 - rates.get(i));
            }
        }
        return factors;
    }
}
