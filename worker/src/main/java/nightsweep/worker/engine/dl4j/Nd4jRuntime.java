package nightsweep.worker.engine.dl4j;

import nightsweep.worker.blas.Blas;
import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.api.blas.Blas.Vendor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** ND4J as a slot wants it: on the slot's own thread, in single precision. */
public final class Nd4jRuntime {
    private Nd4jRuntime() {}

    /** Starts it on the first call, and says whose matrix products it uses. */
    public static Vendor start() {
        return Started.VENDOR;
    }

    /** Frees this thread's workspaces one by one: ND4J's own way to free them all collects garbage every time. */
    static void freeWorkspaces() {
        MemoryWorkspaceManager manager = Nd4j.getWorkspaceManager();
        for (MemoryWorkspace workspace : manager.getAllWorkspacesForCurrentThread()) {
            manager.destroyWorkspace(workspace);
        }
    }

    private static final class Started {
        static final Vendor VENDOR = start();

        private static Vendor start() {
            Blas.load();
            Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
            Nd4j.getEnvironment().setMaxThreads(1);
            Nd4j.getEnvironment().setMaxMasterThreads(1);
            // ND4J has just given all cores to BLAS, and to OpenMP on this very thread.
            NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
            Nd4j.factory().blas().setMaxThreads(1);
            Nd4j.getMemoryManager().togglePeriodicGc(false);
            CrashReportingUtil.crashDumpsEnabled(false);
            return Nd4j.factory().blas().getBlasVendor();
        }
    }
}
