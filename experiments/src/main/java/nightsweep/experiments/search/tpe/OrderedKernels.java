package nightsweep.experiments.search.tpe;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nightsweep.experiments.search.Draws;
import nightsweep.experiments.search.Normal;
import nightsweep.experiments.search.space.Cell;
import nightsweep.experiments.search.space.Domain;

/**
 * Normal kernels cut at the ends of an axis; each as wide as the farther of its two neighbours is away (Bergstra et al.,
 * Algorithms for Hyper-Parameter Optimization, NeurIPS 2011), but no narrower than {@link #LEAST_WIDTH}. The even prior
 * stands among the neighbours at the middle.
 */
final class OrderedKernels implements Kernels {
    private static final double LEAST_WIDTH = 0.03;
    private static final double MIDDLE = 0.5;
    private static final double NARROWEST_EXPONENT = 2;

    private final Domain domain;
    private final double[] centre;
    private final double[] width;
    private final double[] logMass;
    private final Map<String, double[]> known = new HashMap<>();

    OrderedKernels(Domain domain, List<Optional<String>> values) {
        this.domain = domain;
        this.centre = values.stream()
                .mapToDouble(value -> value.map(domain::place).orElse(Double.NaN))
                .toArray();
        this.width = widths(centre);
        this.logMass = new double[centre.length];
        for (int i = 0; i < centre.length; i++) {
            if (!Double.isNaN(centre[i])) {
                logMass[i] = StrictMath.log(Normal.between(-centre[i] / width[i], (1 - centre[i]) / width[i]));
            }
        }
    }

    private static double[] widths(double[] centre) {
        double[] widths = new double[centre.length];
        int[] order = IntStream.range(0, centre.length)
                .filter(i -> !Double.isNaN(centre[i]))
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> centre[i]).thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted = Arrays.stream(order).mapToDouble(i -> centre[i]).toArray();
        double least = Math.max(LEAST_WIDTH, StrictMath.pow(order.length + 1, -NARROWEST_EXPONENT));
        for (int i = 0; i < sorted.length; i++) {
            double before = i == 0 ? 0 : sorted[i - 1];
            double after = i == sorted.length - 1 ? 1 : sorted[i + 1];
            if (sorted[i] >= MIDDLE) {
                before = Math.max(before, MIDDLE);
            }
            if (sorted[i] < MIDDLE) {
                after = Math.min(after, MIDDLE);
            }
            double farther = Math.max(sorted[i] - before, after - sorted[i]);
            widths[order[i]] = Math.min(1, Math.max(least, farther));
        }
        return widths;
    }

    @Override
    public double[] logDensities(String value) {
        return domain.cell(value).isPoint() ? computed(value) : known.computeIfAbsent(value, this::computed);
    }

    private double[] computed(String value) {
        Cell cell = domain.cell(value);
        double[] logs = new double[centre.length];
        for (int i = 0; i < logs.length; i++) {
            if (!Double.isNaN(centre[i])) {
                double low = (cell.low() - centre[i]) / width[i];
                double high = (cell.high() - centre[i]) / width[i];
                logs[i] = (cell.isPoint()
                                ? Normal.logDensity(low) - StrictMath.log(width[i])
                                : StrictMath.log(Normal.between(low, high) / (cell.high() - cell.low())))
                        - logMass[i];
            }
        }
        return logs;
    }

    @Override
    public String draw(int kernel, Draws draws) {
        if (Double.isNaN(centre[kernel])) {
            return domain.at(draws.nextDouble());
        }
        while (true) {
            double place = centre[kernel] + width[kernel] * draws.nextGaussian();
            if (place >= 0 && place <= 1) {
                return domain.at(place);
            }
        }
    }
}
