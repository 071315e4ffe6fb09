package nightsweep.driver.statistics;

import java.util.Arrays;

/** Values that belong to numbered groups. */
final class Groups {
    private Groups() {}

    /** How many groups there are, empty ones below the last included. */
    static int count(int[] groups) {
        return Arrays.stream(groups).max().orElse(-1) + 1;
    }

    /** How many values each group has. */
    static int[] sizes(int[] groups) {
        int[] sizes = new int[count(groups)];
        for (int group : groups) {
            sizes[group]++;
        }
        return sizes;
    }

    /** The mean of each group, NaN of an empty one. */
    static double[] means(double[] values, int[] groups) {
        int[] sizes = sizes(groups);
        double[] means = new double[sizes.length];
        for (int i = 0; i < values.length; i++) {
            means[groups[i]] += values[i];
        }
        for (int i = 0; i < means.length; i++) {
            means[i] /= sizes[i];
        }
        return means;
    }
}
