package nightsweep.driver.table;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A curve in one line of text, from its least value to its greatest. */
public final class Sparkline {
    /** What it is drawn with, the lowest first. */
    public static final String BARS = "▁▂▃▄▅▆▇█";

    /** What stands for each of {@link #BARS} where those cannot be shown. */
    public static final String PLAIN_BARS = "_.,-~=*#";

    private static final int WIDEST = 40;

    private Sparkline() {}

    /** One bar a value, or for each of 40 stretches their mean; a gap where it is not finite. */
    public static String of(double[] values) {
        int width = Math.min(values.length, WIDEST);
        double[] means = IntStream.range(0, width)
                .mapToDouble(i -> Arrays.stream(values, i * values.length / width, (i + 1) * values.length / width)
                        .average()
                        .orElse(Double.NaN))
                .toArray();
        double least = Arrays.stream(means).filter(Double::isFinite).min().orElse(0);
        double greatest = Arrays.stream(means).filter(Double::isFinite).max().orElse(0);
        return Arrays.stream(means).mapToObj(mean -> bar(mean, least, greatest)).collect(Collectors.joining());
    }

    private static String bar(double value, double least, double greatest) {
        if (!Double.isFinite(value)) {
            return " ";
        }
        int steps = BARS.length();
        int step =
                greatest == least ? steps / 2 : (int) Math.min(steps - 1, (value - least) / (greatest - least) * steps);
        return BARS.substring(step, step + 1);
    }
}
