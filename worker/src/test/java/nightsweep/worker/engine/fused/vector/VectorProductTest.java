package nightsweep.worker.engine.fused.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.memory.Panels;
import nightsweep.worker.engine.fused.plain.PlainKernels;
import nightsweep.worker.engine.fused.product.Factor;
import nightsweep.worker.engine.fused.product.MatrixProduct;
import nightsweep.worker.engine.fused.product.NonZeros;
import org.junit.jupiter.api.Test;

/** Products by vectors and by plain Java, to the last bit, beside sums that are written out here. */
class VectorProductTest {
    private static final int SHAPES = 1_000;

    private final MatrixProduct vector = new VectorProduct();
    private final MatrixProduct plain = new PlainKernels().product();

    @Test
    void givesTheBitsOfASumOfFusedMultiplyAdds() {
        SplittableRandom random = new SplittableRandom(1);
        for (int shape = 0; shape < SHAPES; shape++) {
            int rows = size(random, 40);
            int inner = size(random, 60);
            int columns = size(random, 150);
            int from = random.nextInt(3);
            int to = random.nextInt(3);
            boolean turned = random.nextBoolean();
            Matrix a = numbers(random, turned ? inner : rows + from, turned ? rows + from : inner);
            Factor factor = turned ? Factor.transposed(a) : Factor.of(a);
            Matrix b = numbers(random, inner, columns);
            Panels panels = Panels.zeros(inner, columns);
            panels.pack(b, 0);
            for (MatrixProduct product : new MatrixProduct[] {vector, plain}) {
                Matrix target = Matrix.zeros(rows + to, columns);

                product.into(factor, from, rows, panels, target, to);

                for (int i = 0; i < rows; i++) {
                    for (int j = 0; j < columns; j++) {
                        float sum = sum(factor, from + i, b, j);
                        float result = target.floats().values().get((to + i) * target.stride() + j);
                        same(result, sum, product, rows, inner, columns);
                    }
                }
            }
        }
    }

    @Test
    void addsWithOneRounding() {
        SplittableRandom random = new SplittableRandom(2);
        for (int shape = 0; shape < SHAPES; shape++) {
            int rows = size(random, 40);
            int inner = size(random, 60);
            int columns = size(random, 150);
            Matrix a = numbers(random, inner, rows);
            Matrix b = numbers(random, inner, columns);
            Panels panels = Panels.zeros(inner, columns);
            panels.pack(b, 0);
            Matrix before = numbers(random, rows, columns);
            float weight = shape % 10 == 0 ? 0 : random.nextFloat() - 0.5f;
            for (MatrixProduct product : new MatrixProduct[] {vector, plain}) {
                Panels added = Panels.zeros(rows, columns);
                added.pack(before, 0);
                Panels alone = Panels.zeros(rows, columns);

                product.addTo(Factor.transposed(a), panels, added, weight);
                product.into(Factor.transposed(a), panels, alone);

                float[] read = new float[columns];
                for (int i = 0; i < rows; i++) {
                    for (int j = 0; j < columns; j++) {
                        float sum = sum(Factor.transposed(a), i, b, j);
                        alone.get(i, read, 0);
                        same(read[j], sum, product, rows, inner, columns);
                        added.get(i, read, 0);
                        float old = before.floats().values().get(i * before.stride() + j);
                        same(read[j], Math.fma(sum, weight, old), product, rows, inner, columns);
                    }
                }
            }
        }
    }

    @Test
    void givesTheSameBitsOfListsAsOfAll() {
        SplittableRandom random = new SplittableRandom(3);
        for (int shape = 0; shape < SHAPES; shape++) {
            int examples = size(random, 20);
            int inputs = size(random, shape % 10 == 0 ? 400 : 60);
            int units = size(random, 150);
            Matrix a = numbers(random, examples, inputs);
            for (int i = 0; i < examples * a.stride(); i++) {
                a.floats().array()[i] *= random.nextInt(5) == 0 ? 1 : random.nextBoolean() ? 0f : -0f;
            }
            NonZeros lists = new NonZeros(a);
            if (!lists.list(examples)) {
                continue;
            }
            Panels weights = Panels.zeros(inputs, units);
            weights.pack(numbers(random, inputs, units), 0);
            Panels deltas = Panels.zeros(examples, units);
            deltas.pack(numbers(random, examples, units), 0);
            if (shape % 4 == 0) {
                float[] bad = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
                weights.floats().array()[random.nextInt(inputs * units)] = bad[shape % 3];
                deltas.floats().array()[random.nextInt(examples * units)] = bad[shape % 3];
            }
            Matrix some = Matrix.zeros(examples, units);
            Matrix all = Matrix.zeros(examples, units);
            vector.into(lists.rows(), examples, weights, some);
            vector.into(Factor.of(a), 0, examples, weights, all, 0);
            bits(some.floats(), all.floats());

            Panels someGradient = Panels.zeros(inputs, units);
            Panels allGradient = Panels.zeros(inputs, units);
            vector.into(lists.columns(), deltas, someGradient);
            vector.into(Factor.transposed(a), deltas, allGradient);
            bits(someGradient.floats(), allGradient.floats());
            float[] factors = {-0.3f, 0.3f, 0, -0f, Float.NEGATIVE_INFINITY, Float.NaN};
            float weight = factors[shape % factors.length];
            someGradient.floats().fill(shape % 2 == 0 ? -0f : 0.5f);
            allGradient.floats().fill(shape % 2 == 0 ? -0f : 0.5f);
            vector.addTo(lists.columns(), deltas, someGradient, weight);
            vector.addTo(Factor.transposed(a), deltas, allGradient, weight);
            bits(someGradient.floats(), allGradient.floats());
        }
    }

    private static void bits(Floats some, Floats all) {
        for (int i = 0; i < all.length(); i++) {
            assertThat(Float.floatToIntBits(some.array()[i])).isEqualTo(Float.floatToIntBits(all.array()[i]));
        }
    }

    @Test
    void listsNothingWhereLittleIsZero() {
        Matrix matrix = Matrix.zeros(10, 20);
        matrix.floats().fill(1);

        assertThat(new NonZeros(matrix).list(10)).isFalse();
    }

    @Test
    void handsOnWhatIsNotANumber() {
        Matrix a = Matrix.zeros(5, 3);
        Matrix b = Matrix.zeros(3, 20);
        a.floats().fill(1);
        b.floats().fill(1);
        a.floats().values().put(a.stride() + 1, Float.NaN);
        a.floats().values().put(3 * a.stride(), 0);
        b.floats().values().put(7, Float.POSITIVE_INFINITY);
        Panels panels = Panels.zeros(3, 20);
        panels.pack(b, 0);
        for (MatrixProduct product : new MatrixProduct[] {vector, plain}) {
            Matrix target = Matrix.zeros(5, 20);

            product.into(Factor.of(a), 0, 5, panels, target, 0);

            float[] results = target.floats().array();
            assertThat(results[0]).isEqualTo(3);
            assertThat(results[7]).isEqualTo(Float.POSITIVE_INFINITY);
            assertThat(results[target.stride()]).isNaN();
            assertThat(results[3 * target.stride()]).isEqualTo(2);
            assertThat(results[3 * target.stride() + 7]).isNaN();
        }
    }

    private static void same(float result, float expected, MatrixProduct product, int rows, int inner, int columns) {
        if (Float.floatToRawIntBits(result) != Float.floatToRawIntBits(expected)) {
            assertThat(result)
                    .as("%s: %d x %d x %d", product.getClass().getSimpleName(), rows, inner, columns)
                    .isEqualTo(expected);
            throw new AssertionError("Zeros of another sign.");
        }
    }

    private static float sum(Factor factor, int row, Matrix b, int column) {
        float sum = 0;
        for (int k = 0; k < b.rows(); k++) {
            float value = factor.array()[row * factor.rowStep() + k * factor.columnStep()];
            sum = Math.fma(value, b.floats().array()[k * b.stride() + column], sum);
        }
        return sum + 0f;
    }

    private static int size(SplittableRandom random, int most) {
        return 1 + random.nextInt(random.nextInt(10) == 0 ? 4 * most : most);
    }

    /** Of many sizes, with zeros and denormals among them. */
    private static Matrix numbers(SplittableRandom random, int rows, int columns) {
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int i = 0; i < rows * matrix.stride(); i++) {
            float value = (random.nextFloat() - 0.5f) * (1 << random.nextInt(8));
            matrix.floats().array()[i] = switch (random.nextInt(12)) {
                case 0, 1, 2 -> 0;
                case 3 -> value * Float.MIN_NORMAL;
                case 4 -> value * Kernels.TINY;
                default -> value;
            };
        }
        return matrix;
    }
}
