package nightsweep.worker.blas;

import static org.bytedeco.mkl.global.mkl_rt.MKL_CBWR_ALL;
import static org.bytedeco.mkl.global.mkl_rt.MKL_CBWR_AUTO;
import static org.bytedeco.mkl.global.mkl_rt.MKL_CBWR_AVX;
import static org.bytedeco.mkl.global.mkl_rt.MKL_CBWR_AVX2;
import static org.bytedeco.mkl.global.mkl_rt.MKL_CBWR_AVX512;
import static org.bytedeco.mkl.global.mkl_rt.MKL_CBWR_AVX512_E1;
import static org.bytedeco.mkl.global.mkl_rt.MKL_CBWR_COMPATIBLE;
import static org.bytedeco.mkl.global.mkl_rt.MKL_CBWR_STRICT;
import static org.bytedeco.mkl.global.mkl_rt.MKL_CBWR_SUCCESS;

import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.mkl.global.mkl_rt;

/** Intel's library. */
final class Mkl {
    /** Its main part, as each platform calls it; in the redistributable's jar, which can be forgotten. */
    private static final List<String> CORES = List.of("libmkl_core.so.2", "libmkl_core.2.dylib", "mkl_core.2.dll");

    private Mkl() {}

    /** Whether its native files for this platform are on the class path. */
    static boolean present() {
        String folder = "/org/bytedeco/mkl/" + Loader.getPlatform() + "/";
        return Mkl.class.getResource(folder + System.mapLibraryName("jnimkl_rt")) != null
                && CORES.stream().anyMatch(core -> Mkl.class.getResource(folder + core) != null);
    }

    static Blas load() {
        mkl_rt.MKL_Set_Num_Threads(1);
        int branch = reproducible();
        mkl_rt.MKLVersion version = new mkl_rt.MKLVersion();
        mkl_rt.MKL_Get_Version(version);
        return new Blas("MKL", version.MajorVersion() + "." + version.UpdateVersion(), name(branch));
    }

    /** Must precede its first computation. Strict, where the processor can: the same bits whatever the alignment. */
    private static int reproducible() {
        int branch = mkl_rt.MKL_CBWR_Get_Auto_Branch();
        if (mkl_rt.MKL_CBWR_Set(branch | MKL_CBWR_STRICT) != MKL_CBWR_SUCCESS) {
            mkl_rt.MKL_CBWR_Set(MKL_CBWR_AUTO);
        }
        return mkl_rt.MKL_CBWR_Get(MKL_CBWR_ALL);
    }

    private static String name(int setting) {
        int branch = setting & ~MKL_CBWR_STRICT;
        String name = "branch " + branch;
        if (branch == MKL_CBWR_AUTO) {
            name = "automatic";
        } else if (branch == MKL_CBWR_COMPATIBLE) {
            name = "compatible";
        } else if (branch == MKL_CBWR_AVX) {
            name = "AVX";
        } else if (branch == MKL_CBWR_AVX2) {
            name = "AVX2";
        } else if (branch == MKL_CBWR_AVX512 || branch == MKL_CBWR_AVX512_E1) {
            name = "AVX-512";
        }
        return name + ((setting & MKL_CBWR_STRICT) != 0 ? ", strict" : ", not strict");
    }
}
