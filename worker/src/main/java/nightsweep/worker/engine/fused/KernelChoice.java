package nightsweep.worker.engine.fused;

import nightsweep.worker.engine.fused.kernel.Kernels;
import nightsweep.worker.engine.fused.plain.PlainKernels;
import org.apache.logging.log4j.LogManager;

/** The fastest kernels that this JVM can run, chosen when first asked for. */
public final class KernelChoice {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String VECTOR_KERNELS = "nightsweep.worker.engine.fused.vector.VectorKernels";

    private KernelChoice() {}

    /** The kernels that this process trains with. */
    public static Kernels best() {
        return Best.KERNELS;
    }

    private static Kernels choose() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            LogManager.getLogger(KernelChoice.class)
                    .warn(
                            "Training without vector instructions, several times slower: start Java with"
                                    + " --add-modules {} to have them.",
                            MODULE);
            return new PlainKernels();
        }
        try {
            // By name, since a reference would have the class verified, and the module wanted, where it is absent.
            return Class.forName(VECTOR_KERNELS)
                    .asSubclass(Kernels.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            LogManager.getLogger(KernelChoice.class)
                    .warn("Training without vector instructions, several times slower: {} cannot be used.", MODULE, e);
            return new PlainKernels();
        }
    }

    private static final class Best {
        static final Kernels KERNELS = choose();
    }
}
