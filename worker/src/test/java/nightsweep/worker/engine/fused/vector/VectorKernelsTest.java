package nightsweep.worker.engine.fused.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import nightsweep.experiments.network.Activation;
import nightsweep.experiments.network.ActivationName;
import nightsweep.worker.engine.DropoutMask;
import nightsweep.worker.engine.fused.kernel.ActivationPass;
import nightsweep.worker.engine.fused.kernel.Drops;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.plain.PlainFunction;
import nightsweep.worker.engine.fused.plain.PlainKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorKernelsTest {
    private static final int ROWS = 7;

    private final Kernels vector = new VectorKernels();
    private final Kernels plain = new PlainKernels();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOFTMAX")
    void activatesAsExactFunctionsDo(ActivationName name) {
        float[] x = arguments();
        Matrix values = row(x);
        Matrix slopes = Matrix.zeros(1, x.length);
        Activation activation = Activation.of(name);

        vector.activation(activation).train(values, Floats.zeros(x.length), slopes, 1);

        PlainFunction exact = PlainFunction.of(activation);
        // The exponent of GELU's tail is itself rounded.
        double tolerance = name == ActivationName.GELU || name == ActivationName.GELU_TANH ? 1e-5 : 1e-6;
        // Near its lower end two numbers of about a half leave little of each other.
        double cancelled = name == ActivationName.HARD_SIGMOID ? 5e-8 : 1e-35;
        for (int i = 0; i < x.length; i++) {
            double value = exact.value().applyAsDouble(x[i]);
            double slope = exact.slope().applyAsDouble(x[i]);
            assertThat((double) values.floats().values().get(i))
                    .as("%s of %s", name, x[i])
                    .isCloseTo(value, within(tolerance * Math.abs(value) + cancelled));
            assertThat((double) slopes.floats().values().get(i))
                    .as("slope of %s at %s", name, x[i])
                    .isCloseTo(slope, within(2e-6 * Math.abs(slope) + 3e-7));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOFTMAX")
    void activatesToTheBitAsPlainJavaDoes(ActivationName name) {
        Activation activation = Activation.of(name);
        for (long seed = 0; seed < 50; seed++) {
            Matrix fast = extreme(seed);
            Matrix slow = extreme(seed);
            Matrix fastSlopes = Matrix.zeros(1, fast.columns());
            Matrix slowSlopes = Matrix.zeros(1, fast.columns());
            Floats biases = Floats.zeros(fast.columns());

            vector.activation(activation).train(fast, biases, fastSlopes, 1);
            plain.activation(activation).train(slow, biases, slowSlopes, 1);

            assertSame(fast, slow);
            assertSame(fastSlopes, slowSlopes);
        }
    }

    /** Numbers of all sizes, signed zeros, infinities, denormals and what is no number. */
    private static Matrix extreme(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix matrix = Matrix.zeros(1, 1 + random.nextInt(500));
        float[] special = {0, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, 87.3f};
        for (int i = 0; i < matrix.columns(); i++) {
            float value = (float) (random.nextDouble(-1, 1) * StrictMath.pow(2, random.nextInt(-30, 10)));
            matrix.floats().values().put(i, random.nextInt(20) == 0 ? special[random.nextInt(special.length)] : value);
        }
        return matrix;
    }

    @Test
    void keepsItsWordOnRelativeErrors() {
        assertThat(worst(ActivationName.SIGMOID, x -> 1 / (1 + StrictMath.exp(-x))))
                .isLessThan(3e-7);
        assertThat(worst(ActivationName.TANH, StrictMath::tanh)).isLessThan(5e-7);
        assertThat(worst(ActivationName.ELU, x -> x < 0 ? StrictMath.expm1(x) : x))
                .isLessThan(3e-7);
        assertThat(worst(ActivationName.SOFTPLUS, x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)))))
                .isLessThan(4e-7);
    }

    private double worst(ActivationName name, DoubleUnaryOperator exact) {
        float[] x = new float[1 << 16];
        for (int i = 0; i < x.length; i++) {
            double size = StrictMath.pow(2, -20 + 26.4 * (i >> 1) / (x.length >> 1));
            x[i] = (float) ((i & 1) == 0 ? size : -size);
        }
        Matrix values = row(x);
        vector.activation(Activation.of(name)).apply(values, Floats.zeros(x.length), 1);
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            double wanted = exact.applyAsDouble(x[i]);
            worst = Math.max(worst, Math.abs(values.floats().values().get(i) / wanted - 1));
        }
        return worst;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOFTMAX")
    void keepsNotANumber(ActivationName name) {
        Matrix values = row(new float[] {Float.NaN, 1});

        vector.activation(Activation.of(name)).apply(values, Floats.zeros(2), 1);

        assertThat(values.floats().values().get(0)).isNaN();
        assertThat(values.floats().values().get(1)).isFinite();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16, 37})
    void dropsOutAsPlainJavaDoes(int units) {
        Drops drops = new Drops(new DropoutMask(5, 1, 0.4), Matrix.zeros(ROWS, units), 1);
        drops.draw(3, 0, ROWS);
        Floats biases = random(units, 1);
        ActivationPass fast = vector.activation(Activation.of(ActivationName.IDENTITY));
        ActivationPass slow = plain.activation(Activation.of(ActivationName.IDENTITY));
        Matrix fastValues = random(units);
        Matrix slowValues = random(units);
        Matrix fastSlopes = Matrix.zeros(ROWS, units);
        Matrix slowSlopes = Matrix.zeros(ROWS, units);

        fast.train(fastValues, biases, fastSlopes, drops, ROWS);
        slow.train(slowValues, biases, slowSlopes, drops, ROWS);
        vector.drop(fastValues, drops, ROWS);
        plain.drop(slowValues, drops, ROWS);

        assertSame(fastValues, slowValues);
        assertSame(fastSlopes, slowSlopes);
    }

    @Test
    void dropsOutRowsWithoutGaps() {
        Drops drops = new Drops(new DropoutMask(5, 1, 0.4), Matrix.dense(ROWS, 13), 1);
        drops.draw(3, 0, ROWS);
        Matrix fast = dense(13);
        Matrix slow = dense(13);

        vector.drop(fast, drops, ROWS);
        plain.drop(slow, drops, ROWS);

        assertSame(fast, slow);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 16, 17, 40, 100, 1000})
    void turnsRowsIntoProbabilities(int units) {
        Floats biases = random(units, 1);
        for (int i = units; i < biases.length(); i++) {
            biases.values().put(i, Kernels.BEYOND);
        }
        Matrix fast = Matrix.zeros(ROWS, units);
        Matrix slow = Matrix.zeros(ROWS, units);

        vector.softmax(random(units), biases, fast, ROWS);
        plain.softmax(random(units), biases, slow, ROWS);

        assertSame(fast, slow);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 16, 100})
    void goesBackwardAsPlainJavaDoes(int units) {
        Matrix slopes = random(units);
        Matrix fast = random(units);
        Matrix slow = random(units);
        Floats fastSums = Floats.zeros(units);
        Floats slowSums = Floats.zeros(units);

        vector.backward(fast, slopes, fastSums, ROWS);
        plain.backward(slow, slopes, slowSums, ROWS);

        assertSame(fast, slow);
        for (int i = 0; i < units; i++) {
            assertThat(fastSums.values().get(i)).isEqualTo(slowSums.values().get(i));
        }
        vector.columnSums(fast, fastSums, ROWS);
        assertThat(fastSums.values().get(0)).isEqualTo(slowSums.values().get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 4_096, 4_112, 9_984})
    void addsSquaresUp(int to) {
        Floats values = random(10_000, 3);

        double sum = vector.squares(values, 0, to);

        assertThat(sum).isEqualTo(plain.squares(values, 0, to));
        double exact = 0;
        for (int i = 0; i < to; i++) {
            exact += Math.pow(values.values().get(i), 2);
        }
        assertThat(sum).isCloseTo(exact, within(1e-6 * sum));
    }

    @Test
    void putsTinyDeltasOut() {
        Matrix deltas = row(new float[] {1e-20f, 1f});
        Matrix slopes = row(new float[] {1e-20f, 1f});

        vector.backward(deltas, slopes, Floats.zeros(2), 1);

        assertThat(deltas.floats().values().get(0)).isZero();
        assertThat(deltas.floats().values().get(1)).isEqualTo(1f);
    }

    @Test
    void putsTinyValuesOut() {
        Floats values = Floats.zeros(16);
        values.values().put(0, 1e-31f);
        values.values().put(1, -1e-31f);
        values.values().put(2, -1e-29f);

        vector.putOut(values, 0, 16);

        assertThat(values.values().get(0)).isZero();
        assertThat(values.values().get(1)).isZero();
        assertThat(values.values().get(2)).isEqualTo(-1e-29f);
    }

    private static float[] arguments() {
        SplittableRandom random = new SplittableRandom(1);
        List<Float> special =
                List.of(0f, 1f, -1f, 2.5f, -2.5f, 6f, -6f, 20f, -20f, 30f, -30f, 86f, -86f, 1e-6f, -1e-6f);
        float[] x = new float[2_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = i < special.size() ? special.get(i) : (float) random.nextDouble(-10, 10);
        }
        return x;
    }

    private Matrix row(float[] values) {
        Matrix matrix = Matrix.zeros(1, values.length);
        matrix.floats().values().put(0, values);
        return matrix;
    }

    private Matrix random(int units) {
        int stride = Floats.padded(units);
        return new Matrix(random(ROWS * stride, 2), ROWS, units, stride);
    }

    private Matrix dense(int units) {
        return new Matrix(random(ROWS * units, 2), ROWS, units, units);
    }

    private Floats random(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Floats floats = Floats.zeros(count);
        for (int i = 0; i < floats.length(); i++) {
            floats.values().put(i, (float) random.nextDouble(-3, 3));
        }
        return floats;
    }

    private static void assertSame(Matrix actual, Matrix expected) {
        for (int row = 0; row < actual.rows(); row++) {
            for (int unit = 0; unit < actual.columns(); unit++) {
                int at = row * actual.stride() + unit;
                float got = actual.floats().values().get(at);
                float wanted = expected.floats().values().get(at);
                if (Float.floatToIntBits(got) != Float.floatToIntBits(wanted)) {
                    throw new AssertionError("row " + row + ", unit " + unit + ": " + got + " and " + wanted);
                }
            }
        }
    }
}
