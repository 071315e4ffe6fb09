package nightsweep.worker.provenance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nightsweep.experiments.outcome.Provenance;
import nightsweep.experiments.sweep.Trial;

/**
 * The process and the machine that trials run in.
 *
 * @param host the machine's name
 * @param spark its version; empty where there is none
 */
public record Origin(Build build, String host, String jvm, String os, String cpu, String spark) {

    /** This process. */
    public static Origin here(String spark) {
        return new Origin(
                Build.current(),
                hostName(),
                property("java.vm.name") + " " + property("java.runtime.version"),
                property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                processor(),
                spark);
    }

    /**
     * The provenance of a trial of a sweep, trained here.
     *
     * @param library the linear algebra library, its version and its kernel; empty where none took part
     */
    public Provenance of(Trial trial, long sweepSeed, String dataChecksum, String engine, String library) {
        return new Provenance(
                build.revision(),
                sweepSeed,
                trial.seed(),
                dataChecksum,
                engine,
                jvm,
                os,
                cpu,
                library,
                build.dl4j(),
                spark,
                build.hadoop());
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    /** This machine's name. */
    public static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(property("os.arch"));
        } catch (IOException e) {
            return property("os.arch");
        }
    }
}
