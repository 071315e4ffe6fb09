package nightsweep.worker.engine.fused.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import nightsweep.worker.engine.fused.kernel.NormalizationPasses;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.plain.PlainKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pass by vectors and one number at a time, over matrices of any shape. */
class VectorNormalizationTest {
    private static final int SHAPES = 200;

    static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheBitsOfPlainJava(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < SHAPES; i++) {
            int rows = i % 5 == 0 ? 1 : 1 + random.nextInt(300);
            int columns = 1 + random.nextInt(40);
            long shape = random.nextLong();

            Results fast = Results.of(new VectorKernels().normalization(), new SplittableRandom(shape), rows, columns);
            Results slow = Results.of(new PlainKernels().normalization(), new SplittableRandom(shape), rows, columns);

            assertThat(Arrays.deepEquals(fast.columns(), slow.columns())
                            && Arrays.deepEquals(fast.matrices(), slow.matrices()))
                    .as("%d x %d, seed %d, matrix %d", rows, columns, seed, i)
                    .isTrue();
        }
    }

    /** What all passes leave, without what is past the last column. */
    @SuppressWarnings("ArrayRecordComponent") // numbers; compared one by one
    record Results(float[][] columns, float[][] matrices) {
        static Results of(NormalizationPasses passes, SplittableRandom random, int rows, int columns) {
            Matrix values = matrix(random, rows, columns);
            Matrix deltas = matrix(random, rows, columns);
            Floats means = numbers(random, columns);
            Floats[] sums = {Floats.zeros(columns), Floats.zeros(columns), Floats.zeros(columns), Floats.zeros(columns)
            };
            Matrix normalized = Matrix.zeros(rows, columns);
            Matrix output = Matrix.zeros(rows, columns);
            Matrix target = Matrix.zeros(rows, columns);
            passes.sums(values, sums[0], rows);
            passes.squares(values, means, sums[1], rows);
            NormalizationPasses.Line line = new NormalizationPasses.Line(
                    means, numbers(random, columns), numbers(random, columns), numbers(random, columns));
            passes.normalize(values, line, normalized, output, rows);
            passes.gradients(deltas, normalized, sums[2], sums[3], rows);
            NormalizationPasses.Way way = new NormalizationPasses.Way(
                    numbers(random, columns), numbers(random, columns), numbers(random, columns));
            passes.back(deltas, normalized, way, target, rows);
            float[][] all = new float[sums.length][];
            for (int i = 0; i < sums.length; i++) {
                all[i] = new float[columns];
                sums[i].values().get(0, all[i]);
            }
            return new Results(all, new float[][] {inner(normalized), inner(output), inner(target)});
        }

        private static float[] inner(Matrix matrix) {
            float[] all = new float[matrix.rows() * matrix.columns()];
            for (int row = 0; row < matrix.rows(); row++) {
                matrix.floats().values().get(row * matrix.stride(), all, row * matrix.columns(), matrix.columns());
            }
            return all;
        }
    }

    private static Matrix matrix(SplittableRandom random, int rows, int columns) {
        Matrix matrix = Matrix.zeros(rows, columns);
        fill(random, matrix.floats());
        return matrix;
    }

    private static Floats numbers(SplittableRandom random, int count) {
        Floats numbers = Floats.zeros(count);
        fill(random, numbers);
        return numbers;
    }

    /** From denormal to large, some zero. */
    private static void fill(SplittableRandom random, Floats floats) {
        for (int i = 0; i < floats.length(); i++) {
            double size = random.nextInt(20) == 0 ? 1e-40 : Math.pow(10, random.nextInt(6) - 3);
            floats.values().put(i, random.nextInt(10) == 0 ? 0 : (float) (size * (random.nextDouble() - 0.4)));
        }
    }
}
