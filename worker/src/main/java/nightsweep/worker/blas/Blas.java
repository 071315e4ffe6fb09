package nightsweep.worker.blas;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The linear algebra library of this process.
 *
 * @param library such as {@code MKL}
 * @param version its own, such as {@code 2022.0}
 * @param kernel the instruction set that it computes with, such as {@code AVX-512}
 */
public record Blas(String library, String version, String kernel) {

    /**
     * The library, loaded on the first call: one thread a caller, and the same bits for the same numbers whatever their
     * alignment. Call it before anything touches ND4J or JavaCPP, which read their settings only once.
     */
    public static Blas load() {
        return Loaded.BLAS;
    }

    /** In one line, for provenance. */
    public String describe() {
        return library + " " + version + " (" + kernel + ")";
    }

    private static final class Loaded {
        private static final Logger LOG = LogManager.getLogger(Blas.class);
        private static final String CHOICE = "org.bytedeco.openblas.load";

        static final Blas BLAS = load();

        private static Blas load() {
            // JavaCPP would otherwise read /proc at every allocation.
            setIfAbsent("org.bytedeco.javacpp.maxPhysicalBytes", "0");
            setIfAbsent("org.nd4j.log.initialization", "false");
            // OpenMP counts threads for each caller anew, so that setting 1 on one thread says nothing to the slots;
            // what it
            // finds in its environment holds for all of them.
            NativeEnvironment.set("OMP_NUM_THREADS", "1");
            Blas blas = mklWanted() ? mkl() : OpenBlas.load();
            LOG.info("Linear algebra: {}.", blas.describe());
            return blas;
        }

        private static boolean mklWanted() {
            String choice = System.getProperty(CHOICE, "mkl");
            if (!choice.equals("mkl")) {
                return false;
            }
            if (Mkl.present()) {
                return true;
            }
            if (Loader.getPlatform().endsWith("x86_64")) {
                LOG.warn(
                        "MKL is not on the class path; OpenBLAS trains about a third slower."
                                + " Add org.bytedeco:mkl with the classifiers {} and {}-redist.",
                        Loader.getPlatform(),
                        Loader.getPlatform());
            }
            return false;
        }

        private static Blas mkl() {
            System.setProperty(CHOICE, "mkl");
            try {
                Blas blas = Mkl.load();
                Loader.load(openblas_nolapack.class);
                return blas;
            } catch (LinkageError e) {
                System.clearProperty(CHOICE);
                LOG.warn("MKL cannot be loaded ({}); OpenBLAS trains about a third slower.", e.getMessage());
                return OpenBlas.load();
            }
        }

        private static void setIfAbsent(String property, String value) {
            if (System.getProperty(property) == null) {
                System.setProperty(property, value);
            }
        }
    }
}
