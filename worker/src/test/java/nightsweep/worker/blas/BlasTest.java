package nightsweep.worker.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlasTest {
    @BeforeAll
    static void load() {
        Blas.load();
    }

    @Test
    void tellsLibraryVersionAndKernel() {
        Assumptions.assumeTrue(
                Loader.getPlatform().equals("linux-x86_64"), "The build brings MKL for linux-x86_64 alone.");

        assertThat(Blas.load().describe()).matches("MKL 2022\\.0 \\(.*, (not )?strict\\)");
    }

    @ParameterizedTest
    @CsvSource({"64, 512, 784", "64, 10, 128", "784, 512, 64", "7, 5, 3", "33, 129, 65"})
    void givesTheSameBitsWhateverTheAlignment(int rows, int columns, int inner) {
        float[] first = product(rows, columns, inner, 0);

        for (int offset = 1; offset < 16; offset++) {
            assertThat(product(rows, columns, inner, offset)).isEqualTo(first);
        }
    }

    private static float[] product(int rows, int columns, int inner, int offset) {
        try (FloatPointer a = random(rows * inner, offset);
                FloatPointer b = random(inner * columns, (offset * 7) % 16);
                FloatPointer c = random(rows * columns, (offset * 3) % 16)) {
            cblas_sgemm(
                    CblasRowMajor,
                    CblasTrans,
                    CblasNoTrans,
                    rows,
                    columns,
                    inner,
                    1,
                    a,
                    rows,
                    b,
                    columns,
                    0,
                    c,
                    columns);
            float[] values = new float[rows * columns];
            c.get(values);
            return values;
        }
    }

    /** Starts {@code offset} floats after where the allocator would have it. */
    private static FloatPointer random(int length, int offset) {
        Random random = new Random(length);
        FloatPointer values = new FloatPointer((long) length + offset).position(offset);
        for (int i = 0; i < length; i++) {
            values.put(i, (float) random.nextGaussian());
        }
        return values;
    }

    @Test
    void computesOnTheCallersThread() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self/task")), "Threads are counted in /proc.");
        long before = threads();

        product(400, 400, 400, 0);

        assertThat(threads()).isLessThanOrEqualTo(before + 1);
    }

    private static long threads() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            List<Path> all = threads.toList();
            return all.size();
        }
    }
}
