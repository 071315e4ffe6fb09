package nightsweep.experiments.search.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import nightsweep.experiments.search.Settled;
import nightsweep.experiments.search.space.Choices;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.search.space.Range;
import nightsweep.experiments.search.space.Scale;
import nightsweep.experiments.search.space.SearchAxis;
import nightsweep.experiments.search.space.Space;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianProcessTest {
    private static final Space SPACE = new Space(
            List.of(
                    SearchAxis.of("x", new Range(BigDecimal.ZERO, BigDecimal.TEN, Scale.LINEAR)),
                    SearchAxis.of("y", new Range(new BigDecimal("0.001"), BigDecimal.ONE, Scale.LOG)),
                    SearchAxis.of("z", new Choices(List.of("relu", "tanh", "swish")))),
            List.of());
    private static final Coordinates COORDINATES = new Coordinates(SPACE);

    private static double[] at(String x, String y, String z) {
        return COORDINATES.of(new Point(Map.of("x", x, "y", y, "z", z)));
    }

    @Test
    void measuresOrderedAxesByPlaceAndOthersByBeingTheSame() {
        double[] a = at("0", "0.001", "relu");
        double[] b = at("5", "1", "tanh");

        assertThat(COORDINATES.squared(0, a[0], b[0])).isCloseTo(0.25, within(1e-12));
        assertThat(COORDINATES.squared(1, a[1], b[1])).isCloseTo(1, within(1e-12));
        assertThat(COORDINATES.squared(2, a[2], b[2])).isEqualTo(1);
        assertThat(COORDINATES.squared(2, b[2], b[2])).isZero();
        assertThat(COORDINATES.squared(0, Double.NaN, b[0])).isEqualTo(1);
        assertThat(COORDINATES.squared(0, Double.NaN, Double.NaN)).isZero();
    }

    @Test
    void isTheMaternKernelOfSmoothnessFiveHalves() {
        assertThat(Matern.of(0)).isEqualTo(1);
        // (1 + sqrt 5 + 5 / 3) exp(-sqrt 5)
        assertThat(Matern.of(1)).isCloseTo(0.523994108831, within(1e-11));
        // by the logarithm of a length, per squared distance: minus the slope by the squared distance, twice
        double h = 1e-6;
        assertThat(Matern.slope(0.49)).isCloseTo(-(Matern.of(0.49 + h) - Matern.of(0.49 - h)) / h, within(1e-8));
    }

    @Test
    void takesMatricesApart() {
        Cholesky cholesky = new Cholesky(new double[][] {{4, 2}, {2, 3}});

        assertThat(cholesky.logDeterminant()).isCloseTo(Math.log(8), within(1e-14));
        assertThat(cholesky.solve(new double[] {2, 1})).containsExactly(new double[] {0.5, 0}, within(1e-15));
        assertThat(cholesky.inverse()[0][0]).isCloseTo(0.375, within(1e-15));
        assertThat(cholesky.inverse()[1]).containsExactly(new double[] {-0.25, 0.5}, within(1e-15));
        assertThatThrownBy(() -> new Cholesky(new double[][] {{1, 2}, {2, 1}})).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void expectsWhatItHasSeenAndKnowsNothingFarAway() {
        double[][] seen = {at("1", "0.01", "relu"), at("9", "0.5", "relu"), at("4", "0.1", "tanh")};
        Posterior posterior = new Posterior(
                COORDINATES, new Matern(new double[] {0.1, 0.1, 0.1}, 1e-9), seen, new double[] {-1.5, 0.25, 2});

        assertThat(posterior.mean(seen[0])).isCloseTo(-1.5, within(1e-6));
        assertThat(posterior.at(seen[2]).mean()).isCloseTo(2, within(1e-6));
        assertThat(posterior.at(seen[1]).deviation()).isLessThan(1e-4);
        Posterior.Belief far = posterior.at(at("5", "0.9", "swish"));
        assertThat(far.mean()).isCloseTo(0, within(1e-3));
        assertThat(far.deviation()).isCloseTo(1, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void knowsTheSlopeOfWhatItFits(long seed) {
        Random random = new Random(seed);
        double[][] points = new double[9][];
        double[] figures = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {random.nextDouble(), random.nextDouble(), random.nextInt(3)};
            figures[i] = random.nextGaussian();
        }
        Fit fit = new Fit(COORDINATES, points, figures);
        double[] logs = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), -3 + random.nextDouble()};

        double[] gradient = fit.improbability(logs).gradient();

        for (int i = 0; i < logs.length; i++) {
            double h = 1e-5;
            double[] more = logs.clone();
            double[] less = logs.clone();
            more[i] += h;
            less[i] -= h;
            double slope =
                    (fit.improbability(more).value() - fit.improbability(less).value()) / (2 * h);
            assertThat(gradient[i]).as("by %d", i).isCloseTo(slope, within(1e-5 * Math.max(1, Math.abs(slope))));
        }
    }

    @Test
    void goesDownToTheBottomOfAValley() {
        // Rosenbrock's, whose bottom is at 1, 1.
        double[] bottom = Descent.bottom(
                x -> new Descent.Value(100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2), new double[] {
                    -400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]), 200 * (x[1] - x[0] * x[0])
                }),
                new double[] {-1.2, 1},
                200);

        assertThat(bottom).containsExactly(new double[] {1, 1}, within(1e-4));
    }

    @Test
    void expectsImprovementAlsoWhereThereIsHardlyAChance() {
        assertThat(Improvement.logUnit(0)).isCloseTo(-0.918938533205, within(1e-12));
        // log(phi(1) + Phi(1))
        assertThat(Improvement.logUnit(1)).isCloseTo(0.080026220360, within(1e-8));
        assertThat(Improvement.logUnit(-6 + 1e-12)).isCloseTo(Improvement.logUnit(-6), within(1e-3));
        assertThat(Improvement.logUnit(-40)).isCloseTo(-800 - 0.918938533205 - 2 * Math.log(40), within(2e-3));
        assertThat(Improvement.log(new Posterior.Belief(3, 2), 3))
                .isCloseTo(-0.918938533205 + Math.log(2), within(1e-12));
    }

    @Test
    void keepsOnlyTheOrderOfWhatIsWorseThanTheMedian() {
        double[] figures = Figures.of(settled(1, 2, 3, 4, 1_000_000, Double.NaN));

        assertThat(figures).isSorted();
        assertThat(figures[5]).isEqualTo(figures[4]);
        assertThat(figures[2] - figures[1]).isCloseTo(figures[1] - figures[0], within(1e-12));
        assertThat(figures[4] - figures[2]).isLessThan(3 * (figures[2] - figures[0]));
        double sum = 0;
        double squares = 0;
        for (double figure : figures) {
            sum += figure;
            squares += figure * figure;
        }
        assertThat(sum).isCloseTo(0, within(1e-12));
        assertThat(squares / figures.length).isCloseTo(1, within(1e-12));
        assertThat(Figures.of(settled(Double.NaN, Double.NaN))).containsExactly(0, 0);
        assertThat(Figures.of(settled(2, 2))).containsExactly(0, 0);
    }

    private static List<Settled> settled(double... losses) {
        return IntStream.range(0, losses.length)
                .mapToObj(i -> new Settled(i + 1, new Point(Map.of("x", String.valueOf(i))), losses[i]))
                .toList();
    }
}
