package nightsweep.worker.training.fused.product;

import nightsweep.worker.blas.Blas;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.mkl.global.mkl_rt;
import org.bytedeco.openblas.global.openblas_nolapack;

/** A native library's matrix product, on the calling thread alone. Any number of threads may use it at once. */
public interface MatrixProduct {

    /**
     * {@code c = alpha * a b + beta * c} over row-major matrices, {@code c: (rows, columns)} and {@code inner} summands
     * an element. A stride is the distance between the starts of two rows as they are stored.
     */
    void into(
            Orientation orientation,
            int rows,
            int columns,
            int inner,
            float alpha,
            FloatPointer a,
            int strideA,
            FloatPointer b,
            int strideB,
            float beta,
            FloatPointer c,
            int strideC);

    /** The product of the library that {@link Blas#load} has loaded. */
    static MatrixProduct loaded() {
        return Blas.load().library().equals("MKL") ? MatrixProduct::mkl : MatrixProduct::openBlas;
    }

    private static void mkl(
            Orientation orientation,
            int rows,
            int columns,
            int inner,
            float alpha,
            FloatPointer a,
            int strideA,
            FloatPointer b,
            int strideB,
            float beta,
            FloatPointer c,
            int strideC) {
        mkl_rt.cblas_sgemm(
                Orientation.ROW_MAJOR,
                orientation.first(),
                orientation.second(),
                rows,
                columns,
                inner,
                alpha,
                a,
                strideA,
                b,
                strideB,
                beta,
                c,
                strideC);
    }

    private static void openBlas(
            Orientation orientation,
            int rows,
            int columns,
            int inner,
            float alpha,
            FloatPointer a,
            int strideA,
            FloatPointer b,
            int strideB,
            float beta,
            FloatPointer c,
            int strideC) {
        openblas_nolapack.cblas_sgemm(
                Orientation.ROW_MAJOR,
                orientation.first(),
                orientation.second(),
                rows,
                columns,
                inner,
                alpha,
                a,
                strideA,
                b,
                strideB,
                beta,
                c,
                strideC);
    }
}
