package nightsweep.worker.speed;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.bytedeco.javacpp.FloatPointer;

/** A matrix product of a training step: {@code (rows, inner) x (inner, columns)}, either factor stored transposed. */
public record Product(int rows, int columns, int inner, Stored left, Stored right) {
    private static final int WINDOWS = 20;
    private static final double WINDOW_NANOS = 2e6;

    /** How a factor is stored. */
    public enum Stored {
        AS_IT_IS(CblasNoTrans),
        TRANSPOSED(CblasTrans);

        private final int blas;

        Stored(int blas) {
            this.blas = blas;
        }
    }

    /** The products of a step of a dense network, without the gradient of its input. */
    public static List<Product> ofStep(int batch, List<Integer> widths) {
        List<Product> products = new ArrayList<>();
        for (int layer = 1; layer < widths.size(); layer++) {
            products.addAll(ofLayer(batch, widths.get(layer - 1), widths.get(layer), layer > 1));
        }
        return products;
    }

    /** Those of one layer's step: its results, its weights' gradient and, where it is wanted, its input's. */
    public static List<Product> ofLayer(int rows, int inputs, int units, boolean back) {
        List<Product> products = new ArrayList<>();
        products.add(new Product(rows, units, inputs, Stored.AS_IT_IS, Stored.AS_IT_IS));
        products.add(new Product(inputs, units, rows, Stored.TRANSPOSED, Stored.AS_IT_IS));
        if (back) {
            products.add(new Product(rows, inputs, units, Stored.AS_IT_IS, Stored.TRANSPOSED));
        }
        return products;
    }

    /** Multiplications and additions. */
    public double operations() {
        return 2.0 * rows * columns * inner;
    }

    /** The shortest time that it was seen to take, with its matrices in the processor's cache. */
    public double nanos() {
        return windows().min().orElseThrow();
    }

    /** The time that it took in the mean. */
    public double meanNanos() {
        return windows().average().orElseThrow();
    }

    /** The time of a product in each of several short whiles. */
    private DoubleStream windows() {
        try (FloatPointer a = random((long) rows * inner);
                FloatPointer b = random((long) inner * columns);
                FloatPointer c = random((long) rows * columns)) {
            int times = (int) Math.max(1, WINDOW_NANOS / time(a, b, c, 1));
            double[] nanos = new double[WINDOWS];
            for (int window = 0; window < WINDOWS; window++) {
                nanos[window] = time(a, b, c, times) / times;
            }
            return Arrays.stream(nanos);
        }
    }

    private double time(FloatPointer a, FloatPointer b, FloatPointer c, int times) {
        int leftStride = left == Stored.AS_IT_IS ? inner : rows;
        int rightStride = right == Stored.AS_IT_IS ? columns : inner;
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            cblas_sgemm(
                    CblasRowMajor,
                    left.blas,
                    right.blas,
                    rows,
                    columns,
                    inner,
                    1,
                    a,
                    leftStride,
                    b,
                    rightStride,
                    0,
                    c,
                    columns);
        }
        return System.nanoTime() - start;
    }

    private static FloatPointer random(long length) {
        FloatPointer values = new FloatPointer(length);
        for (long i = 0; i < length; i++) {
            values.put(i, (i * 31 % 97) / 97f - 0.5f);
        }
        return values;
    }
}
