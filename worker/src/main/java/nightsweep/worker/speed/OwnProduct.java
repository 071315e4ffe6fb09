package nightsweep.worker.speed;

import java.util.Arrays;
import nightsweep.worker.engine.fused.KernelChoice;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.memory.Panels;
import nightsweep.worker.engine.fused.product.Factor;
import nightsweep.worker.engine.fused.product.MatrixProduct;
import nightsweep.worker.speed.Product.Stored;

/** A product as the fused engine makes it, with what it lays out anew at each step. */
public final class OwnProduct {
    private static final int WINDOWS = 20;
    private static final double WINDOW_NANOS = 2e6;
    /** Until the compiler has done its best. */
    private static final long WARM_UP_NANOS = 300_000_000;

    private final Runnable once;

    public OwnProduct(Product product) {
        MatrixProduct own = KernelChoice.best().product();
        int rows = product.rows();
        int inner = product.inner();
        if (product.left() == Stored.TRANSPOSED) {
            Factor left = Factor.transposed(filled(inner, rows));
            Matrix right = filled(inner, product.columns());
            Panels packed = Panels.zeros(inner, product.columns());
            Panels target = Panels.zeros(rows, product.columns());
            once = () -> {
                packed.pack(right, 0);
                own.into(left, packed, target);
            };
            return;
        }
        Factor left = Factor.of(filled(rows, inner));
        Matrix target = Matrix.zeros(rows, product.columns());
        Panels right = Panels.zeros(inner, product.columns());
        if (product.right() == Stored.AS_IT_IS) {
            right.pack(filled(inner, product.columns()), 0);
            once = () -> own.into(left, 0, rows, right, target, 0);
        } else {
            Panels stored = Panels.zeros(product.columns(), inner);
            stored.pack(filled(product.columns(), inner), 0);
            once = () -> {
                right.packTransposed(stored);
                own.into(left, 0, rows, right, target, 0);
            };
        }
    }

    /** The shortest time that it was seen to take, with its matrices in the processor's cache. */
    public double nanos() {
        long began = System.nanoTime();
        while (System.nanoTime() - began < WARM_UP_NANOS) {
            once.run();
        }
        int times = (int) Math.max(1, WINDOW_NANOS / time(1));
        double[] nanos = new double[WINDOWS];
        for (int window = 0; window < WINDOWS; window++) {
            nanos[window] = time(times) / times;
        }
        return Arrays.stream(nanos).min().orElseThrow();
    }

    private double time(int times) {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            once.run();
        }
        return System.nanoTime() - start;
    }

    private static Matrix filled(int rows, int columns) {
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int i = 0; i < rows * matrix.stride(); i++) {
            matrix.floats().array()[i] = (i * 31 % 97) / 97f - 0.5f;
        }
        return matrix;
    }
}
