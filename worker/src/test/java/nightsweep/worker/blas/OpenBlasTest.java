package nightsweep.worker.blas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenBlasTest {
    @Test
    void choosesKernelsByWhatTheProcessorKnows() {
        List<String> skylake = List.of("fma", "avx2", "avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");

        assertThat(OpenBlas.kernels(skylake)).isEqualTo("SkylakeX");
        assertThat(OpenBlas.kernels(List.of("fma", "avx2", "avx512f"))).isEqualTo("Haswell");
        assertThat(OpenBlas.kernels(List.of("sse4_2", "avx"))).isEmpty();
    }
}
