package nightsweep.worker.blas;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The library that ND4J brings along. */
final class OpenBlas {
    private static final String CORE_TYPE = "OPENBLAS_CORETYPE";

    private OpenBlas() {}

    static Blas load() {
        boolean linux = NativeEnvironment.changeable();
        if (linux && System.getenv(CORE_TYPE) == null) {
            chooseKernels();
        }
        Loader.load(openblas_nolapack.class);
        openblas_nolapack.blas_set_num_threads(1);
        return new Blas("OpenBLAS", version(), linux ? kernel() : "chosen by the library");
    }

    /** Version 0.3.19 takes processors made after it for ancient ones. */
    private static void chooseKernels() {
        String kernels = kernels(processorFlags());
        if (!kernels.isEmpty()) {
            NativeEnvironment.set(CORE_TYPE, kernels);
        }
    }

    /** The kernels for a processor with {@code flags}, or nothing where the library's own choice is as good. */
    static String kernels(List<String> flags) {
        if (flags.containsAll(List.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl"))) {
            return "SkylakeX";
        }
        return flags.containsAll(List.of("avx2", "fma")) ? "Haswell" : "";
    }

    private static List<String> processorFlags() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line ->
                            List.of(line.substring(line.indexOf(':') + 1).trim().split(" ")))
                    .orElse(List.of());
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String version() {
        try {
            return Loader.getVersion("org.bytedeco", "openblas");
        } catch (IOException e) {
            return "of unknown version";
        }
    }

    private static String kernel() {
        return NativeLibrary.getInstance("libopenblas.so.0")
                .getFunction("openblas_get_corename")
                .invokeString(new Object[0], false);
    }
}
