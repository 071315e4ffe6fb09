package nightsweep.driver.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import nightsweep.driver.cli.console.ExitCode;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cluster.LocalFolders;
import nightsweep.worker.speed.ProductSpeed;

/** The process and the machine that the command is given on. */
record Machine(ProcessEnvironment environment) {
    private static final int JAVA = 17;
    private static final String MODULE = "jdk.incubator.vector";
    private static final long MIB = 1 << 20;
    private static final long LEAST_HEAP = 256 * MIB;
    private static final long LEAST_DISK = 1024 * MIB;

    Finding java() {
        int feature = Runtime.version().feature();
        String which = "Java " + property("java.runtime.version") + " of " + property("java.vendor") + ", "
                + property("java.home");
        return feature == JAVA
                ? Finding.ok("Java", which)
                : Finding.better("Java", which + ". Spark 3.5 is made for Java " + JAVA + ": set JAVA_HOME to one.");
    }

    Finding vectors() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Finding.better(
                    "vectors",
                    "Java runs without " + MODULE
                            + ", so that training takes several times as long (its results are the"
                            + " same). Start by bin/nightsweep, or Java by --add-modules " + MODULE
                            + "; a Java that has no such module is not a whole JDK.");
        }
        int lanes = ProductSpeed.lanes();
        return lanes > 1
                ? Finding.ok("vectors", lanes + " numbers at a time (" + MODULE + ")")
                : Finding.better(
                        "vectors",
                        "This processor has no vector instructions that Java uses: training takes several times as long.");
    }

    Finding products() {
        return Finding.ok(
                "products",
                String.format(
                        Locale.ROOT,
                        "%.0f GFLOP/s on one of %d processors",
                        ProductSpeed.own(),
                        environment.processors()));
    }

    Finding natives() {
        try {
            return Finding.ok(
                    "natives",
                    String.format(
                            Locale.ROOT,
                            "%s: %.0f GFLOP/s, for what Deeplearning4j trains",
                            ProductSpeed.library(),
                            ProductSpeed.ofLibrary()));
        } catch (LinkageError | RuntimeException e) {
            return Finding.mend(
                    "natives",
                    "Deeplearning4j's native libraries cannot be loaded: " + e.getMessage() + ". They are unpacked in "
                            + ProductSpeed.unpackedIn()
                            + ", which must be a folder that can be written to, that has room,"
                            + " and that programs may be run from; another is named by"
                            + " NIGHTSWEEP_JAVA_OPTS=-Dorg.bytedeco.javacpp.cachedir=FOLDER.",
                    ExitCode.BAD_CLUSTER);
        }
    }

    Finding memory() {
        long heap = Runtime.getRuntime().maxMemory();
        long all =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        String what = heap / MIB + " MiB of heap, of " + all / MIB + " MiB of memory";
        if (heap > all) {
            return Finding.mend(
                    "memory",
                    what + ": the process will be ended when it uses what is not there. Give it less:"
                            + " --driver-memory SIZE, or NIGHTSWEEP_JAVA_OPTS=-XmxSIZE.",
                    ExitCode.BAD_CLUSTER);
        }
        return heap < LEAST_HEAP
                ? Finding.mend(
                        "memory",
                        what
                                + ", which is too little. Give it more: --driver-memory 2g, or NIGHTSWEEP_JAVA_OPTS=-Xmx2g.",
                        ExitCode.BAD_CLUSTER)
                : Finding.ok("memory", what + "; --driver-memory SIZE changes it");
    }

    Finding disk() {
        String temporary = property("java.io.tmpdir");
        Optional<String> problem = LocalFolders.problem(
                environment.variables(),
                Optional.ofNullable(environment.properties().get("spark.local.dir")),
                temporary);
        if (problem.isPresent()) {
            return Finding.mend("disk", problem.get(), ExitCode.BAD_CLUSTER);
        }
        try {
            long here = free(environment.folder());
            long there = free(Path.of(temporary));
            String what = here / MIB + " MiB free in this folder, " + there / MIB + " MiB in " + temporary;
            return Math.min(here, there) < LEAST_DISK
                    ? Finding.better("disk", what + ": a long run may fill it. Make room, or name another by --out.")
                    : Finding.ok("disk", what);
        } catch (IOException e) {
            return Finding.better("disk", "It cannot be found out how much is free: " + e.getMessage() + ".");
        }
    }

    private static long free(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
