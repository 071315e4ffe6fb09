package nightsweep.worker.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import nightsweep.experiments.outcome.OutputFigures;
import nightsweep.experiments.outcome.ProbabilityScores;

/** Figures of what a network gave for examples, as scikit-learn has them. */
final class OutputMeasures {
    /** Of confidence, in the calibration error. */
    private static final int BINS = 15;

    /** How far from 0 and 1 a probability is kept in a logarithm: a step of single precision at 1. */
    private static final double EDGE = 0x1p-23;

    private final TestScores scores;

    private OutputMeasures(TestScores scores) {
        this.scores = scores;
    }

    /**
     * All of them.
     *
     * @param curves of the same scores
     * @param probabilities whether the scores of an example are the probabilities of its classes
     */
    static OutputFigures of(TestScores scores, Curves curves, boolean probabilities) {
        OutputMeasures measures = new OutputMeasures(scores);
        return new OutputFigures(
                curves.separation(),
                probabilities
                        ? new ProbabilityScores(measures.logLoss(), measures.brierScore(), measures.calibrationError())
                        : ProbabilityScores.UNKNOWN,
                measures.topAccuracies());
    }

    private double logLoss() {
        double sum = 0;
        for (int example = 0; example < scores.examples(); example++) {
            double probability = scores.score(example, scores.actual()[example]);
            sum -= Math.log(Math.min(1 - EDGE, Math.max(EDGE, probability)));
        }
        return sum / scores.examples();
    }

    private double brierScore() {
        int first = scores.classes() == 2 ? 1 : 0;
        double sum = 0;
        for (int example = 0; example < scores.examples(); example++) {
            for (int label = first; label < scores.classes(); label++) {
                double error = scores.score(example, label) - (scores.actual()[example] == label ? 1 : 0);
                sum += error * error;
            }
        }
        return sum / scores.examples();
    }

    private double calibrationError() {
        double[] confidence = new double[BINS];
        long[] right = new long[BINS];
        for (int example = 0; example < scores.examples(); example++) {
            double sure = scores.confidence(example);
            int bin = Math.min(BINS - 1, Math.max(0, (int) Math.ceil(sure * BINS) - 1));
            confidence[bin] += sure;
            right[bin] += scores.actual()[example] == scores.predicted()[example] ? 1 : 0;
        }
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(confidence[bin] - right[bin]);
        }
        return sum / scores.examples();
    }

    private List<Double> topAccuracies() {
        int most = Math.min(OutputFigures.MOST_TOP, scores.classes() - 1);
        long[] within = new long[Math.max(most, 1) + 1];
        for (int example = 0; example < scores.examples(); example++) {
            int place = place(example);
            if (place <= most) {
                within[place]++;
            }
        }
        long[] sum = {within[1]};
        return IntStream.rangeClosed(2, most)
                .mapToObj(top -> {
                    sum[0] += within[top];
                    return (double) sum[0] / scores.examples();
                })
                .toList();
    }

    /** The place of an example's class among its scores, 1 for the highest. */
    private int place(int example) {
        int actual = scores.actual()[example];
        float own = scores.score(example, actual);
        int place = 1;
        for (int label = 0; label < scores.classes(); label++) {
            float other = scores.score(example, label);
            place += other > own || (other == own && label > actual) ? 1 : 0;
        }
        return place;
    }
}
