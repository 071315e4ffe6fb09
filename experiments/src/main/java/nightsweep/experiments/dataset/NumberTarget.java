package nightsweep.experiments.dataset;

import java.io.Serializable;
import nightsweep.experiments.Checks;

/**
 * A number to predict, and what it is trained towards: the number less the mean of the training examples, divided by their
 * deviation, so that rates and initial weights suit it whatever its unit. Both are part of the model.
 *
 * @param name of the number, as its column is called
 * @param mean of the training examples, in the number's own unit
 * @param deviation of the training examples, the root of their mean squared distance from it, above 0; 1 where they are all
 *     equal
 */
public record NumberTarget(String name, double mean, double deviation) implements Serializable {
    public NumberTarget {
        Checks.finite("mean", mean);
        Checks.positive("deviation", deviation);
    }

    /** A number and what is measured of its training examples, summed in their order. */
    public static NumberTarget of(String name, double[] training) {
        if (training.length == 0) {
            throw new IllegalArgumentException("A number to predict needs training examples.");
        }
        double least = training[0];
        double greatest = training[0];
        double sum = 0;
        for (double value : training) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
            sum += value;
        }
        double mean = sum / training.length;
        double squares = 0;
        for (double value : training) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / training.length);
        return new NumberTarget(name, mean, least == greatest || deviation == 0 ? 1 : deviation);
    }

    /** What a network is trained towards. */
    public double scaled(double number) {
        return (number - mean) / deviation;
    }

    /** What an output stands for. */
    public double number(double output) {
        return mean + deviation * output;
    }
}
