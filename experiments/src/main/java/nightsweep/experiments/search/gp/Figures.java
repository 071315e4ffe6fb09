package nightsweep.experiments.search.gp;

import java.util.Arrays;
import java.util.List;
import nightsweep.experiments.search.Settled;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Results as a Gaussian process likes them. */
final class Figures {
    private Figures() {}

    /**
     * The losses with mean 0 and deviation 1. Those worse than the median keep their order alone and lie as the worse half of
     * a normal distribution would, so that disasters do not hide what tells the good ones apart (the half-rank warping of
     * Song et al., The Vizier Gaussian Process Bandit Algorithm, arXiv 2408.11527). Nothing counts as the worst.
     */
    static double[] of(List<Settled> settled) {
        double[] sorted = settled.stream()
                .filter(Settled::isFinite)
                .mapToDouble(Settled::loss)
                .sorted()
                .toArray();
        double[] figures = new double[settled.size()];
        if (sorted.length == 0) {
            return figures;
        }
        double median = sorted[(sorted.length - 1) / 2];
        double squares = 0;
        int better = 0;
        for (double loss : sorted) {
            if (loss < median) {
                squares += (loss - median) * (loss - median);
                better++;
            }
        }
        double deviation = better == 0 ? 1 : StrictMath.sqrt(squares / better);
        NormalDistribution normal = new NormalDistribution(0, 1);
        for (int i = 0; i < figures.length; i++) {
            double loss = settled.get(i).isFinite() ? settled.get(i).loss() : sorted[sorted.length - 1];
            int below = Arrays.binarySearch(sorted, loss);
            figures[i] = loss <= median
                    ? loss
                    : median + deviation * normal.inverseCumulativeProbability((below + 0.5) / sorted.length);
        }
        return standard(figures);
    }

    private static double[] standard(double[] figures) {
        double sum = 0;
        for (double figure : figures) {
            sum += figure;
        }
        double mean = sum / figures.length;
        double squares = 0;
        for (double figure : figures) {
            squares += (figure - mean) * (figure - mean);
        }
        double deviation = StrictMath.sqrt(squares / figures.length);
        double[] standard = new double[figures.length];
        for (int i = 0; i < standard.length; i++) {
            standard[i] = deviation > 0 ? (figures[i] - mean) / deviation : 0;
        }
        return standard;
    }
}
