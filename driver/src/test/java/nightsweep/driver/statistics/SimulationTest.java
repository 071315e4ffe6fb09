package nightsweep.driver.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;

/** What intervals and tests promise, counted over many sweeps of which the truth is known: 20 seeds of them. */
class SimulationTest {
    private static final int SEEDS = 20;
    private static final int SWEEPS = 200;
    private static final double LEVEL = 0.05;

    /** Of that many sweeps three standard errors of a share of 5 %. */
    private static final double ERROR = 3 * Math.sqrt(LEVEL * (1 - LEVEL) / (SEEDS * SWEEPS));

    /** Accuracies {@code (configurations, repeats)}: repeats share their luck, and examples come in whole numbers. */
    private static double[][] sweep(Random random, int configurations, int repeats, double best) {
        double[] luck = random.doubles(repeats, -0.01, 0.01).toArray();
        double[][] scores = new double[configurations][repeats];
        for (int i = 0; i < configurations; i++) {
            for (int r = 0; r < repeats; r++) {
                double score = 0.9 + luck[r] + 0.005 * random.nextGaussian() + (i == 0 ? best : 0);
                scores[i][r] = Math.rint(score * 10_000) / 10_000;
            }
        }
        return scores;
    }

    /** The adjusted p of each but the best. */
    private static double[] versusBest(double[][] scores) {
        int best = IntStream.range(0, scores.length)
                .boxed()
                .max((a, b) -> Double.compare(StatUtils.mean(scores[a]), StatUtils.mean(scores[b])))
                .orElseThrow();
        double[] p = IntStream.range(0, scores.length)
                .filter(i -> i != best)
                .mapToDouble(i -> PairedTest.of(
                                IntStream.range(0, scores[i].length)
                                        .mapToDouble(r -> scores[i][r] - scores[best][r])
                                        .toArray(),
                                Range.SIGNED_SHARE)
                        .p())
                .toArray();
        return Holm.adjustedWithPickedBest(p);
    }

    private static double share(int configurations, int repeats, double best) {
        int alarms = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            for (int i = 0; i < SWEEPS; i++) {
                double[] adjusted = versusBest(sweep(random, configurations, repeats, best));
                alarms += Arrays.stream(adjusted).anyMatch(p -> p < LEVEL) ? 1 : 0;
            }
        }
        return (double) alarms / (SEEDS * SWEEPS);
    }

    @Test
    void seldomCallsOneOfManyEqualsWorse() {
        for (int configurations : new int[] {2, 3, 10}) {
            for (int repeats : new int[] {3, 5, 10}) {
                assertThat(share(configurations, repeats, 0)).isLessThan(LEVEL + ERROR);
            }
        }
    }

    @Test
    void findsADifferenceThatIsThere() {
        assertThat(share(3, 10, 0.02)).isGreaterThan(0.95);
    }

    @Test
    void coversTheMeanInNineteenOfTwentyCases() {
        int draws = 500;
        for (int n : new int[] {2, 5}) {
            int covered = 0;
            int paired = 0;
            for (int seed = 0; seed < SEEDS; seed++) {
                Random random = new Random(seed);
                for (int i = 0; i < draws; i++) {
                    double[] values = random.doubles(n)
                            .map(u -> 0)
                            .map(zero -> random.nextGaussian())
                            .toArray();
                    double mean = StatUtils.mean(values);
                    double deviation = new StandardDeviation().evaluate(values);
                    covered += Interval.ofMean(n, mean, deviation, Range.ANY).holds(0) ? 1 : 0;
                    paired += PairedTest.of(values, Range.ANY).interval().holds(0) ? 1 : 0;
                }
            }
            assertThat((double) covered / (SEEDS * draws)).isBetween(0.94, 0.96);
            assertThat(paired).isEqualTo(covered);
        }
    }

    @Test
    void coversSharesNearTheirEnd() {
        for (int n : new int[] {3, 5, 10}) {
            // 1,000 examples, of each of which a network is right about 98 %.
            double covered = coverage(n, 0.98, Range.SHARE, random -> share(random, 0.98, 1_000));

            assertThat(covered).isBetween(0.94, 0.96);
        }
    }

    @Test
    void coversLossesThatLieFarApart() {
        for (int n : new int[] {3, 5, 10}) {
            // A gamma distribution of shape 9: deviation a third of the mean, and skew.
            ToDoubleFunction<Random> loss = random -> IntStream.range(0, 9)
                            .mapToDouble(i -> -Math.log(1 - random.nextDouble()))
                            .sum()
                    / 9;

            assertThat(coverage(n, 1, Range.POSITIVE, loss)).isBetween(0.94, 0.96);
        }
    }

    private static double share(Random random, double right, int examples) {
        return (double) IntStream.range(0, examples)
                        .filter(i -> random.nextDouble() < right)
                        .count()
                / examples;
    }

    private static double coverage(int n, double truth, Range range, ToDoubleFunction<Random> draw) {
        int draws = 500;
        int covered = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            for (int i = 0; i < draws; i++) {
                double[] values = IntStream.range(0, n)
                        .mapToDouble(one -> draw.applyAsDouble(random))
                        .toArray();
                double deviation = new StandardDeviation().evaluate(values);
                Interval interval = Interval.ofMean(n, StatUtils.mean(values), deviation, range);
                covered += interval.holds(truth) ? 1 : 0;
            }
        }
        return (double) covered / (SEEDS * draws);
    }

    @Test
    void coversTheMeanOfAnAxisValueThoughItsTrialsShareTheirLuck() {
        int covered = 0;
        int[] things = IntStream.range(0, 20).map(i -> i / 5).toArray();
        int[] repeats = IntStream.range(0, 20).map(i -> i % 5).toArray();
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            for (int i = 0; i < SWEEPS; i++) {
                double[] values = Arrays.stream(sweep(random, 4, 5, 0))
                        .flatMapToDouble(Arrays::stream)
                        .toArray();
                covered += RepeatedMean.of(values, things, repeats, Range.SHARE)
                                .interval()
                                .holds(0.9)
                        ? 1
                        : 0;
            }
        }
        assertThat((double) covered / (SEEDS * SWEEPS)).isBetween(0.93, 0.97);
    }
}
