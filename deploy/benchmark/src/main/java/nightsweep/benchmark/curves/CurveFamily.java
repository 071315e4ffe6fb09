package nightsweep.benchmark.curves;

import java.util.Arrays;
import java.util.Optional;

/** Curves that are read and scored in one way. */
enum CurveFamily {
    /** Accuracies in per cent, read off a smooth surrogate: what is seen has the noise of a validation split. */
    LCBENCH("lcbench", "e\\d+", 0.5) {
        @Override
        double loss(String figure) {
            return -Double.parseDouble(figure);
        }
    },
    /** Validation losses of real trainings; the first stands before any training. */
    TASKSET("taskset", "v[1-9]\\d*", 0) {
        @Override
        double loss(String figure) {
            return figure.isEmpty() || figure.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(figure);
        }
    };

    /** The time of a whole training, where it is known. */
    static final String TIME = "time_52";

    private final String prefix;
    private final String epochs;
    private final double noise;

    CurveFamily(String prefix, String epochs, double noise) {
        this.prefix = prefix;
        this.epochs = epochs;
        this.noise = noise;
    }

    /** What is to become small. */
    abstract double loss(String figure);

    String word() {
        return prefix;
    }

    /** What columns of figures are called. */
    String epochs() {
        return epochs;
    }

    /** The deviation of what is seen from what is in the file. */
    double noise() {
        return noise;
    }

    /** The family of a file by its name. */
    static Optional<CurveFamily> of(String file) {
        return Arrays.stream(values())
                .filter(family -> file.startsWith(family.prefix))
                .findFirst();
    }
}
