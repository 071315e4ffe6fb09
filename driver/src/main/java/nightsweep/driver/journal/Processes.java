package nightsweep.driver.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import nightsweep.experiments.progress.Holder;
import nightsweep.worker.provenance.Origin;

/** What this machine knows of processes, its own and others. No clock that can be set has a part in it. */
final class Processes {
    /** Of what stands behind the name in {@code /proc/PID/stat}: whether it runs, and when it began, in ticks. */
    private static final int STATE = 0;

    private static final int BEGAN = 19;

    private Processes() {}

    /** This process, about to take a lease. */
    static Holder self(InstantSource clock) {
        ClusterApplication application =
                ClusterApplication.of(System.getenv(), Path.of("").toAbsolutePath());
        long pid = ProcessHandle.current().pid();
        return new Holder(
                UUID.randomUUID().toString(),
                Origin.hostName(),
                machine(),
                pid,
                startTicks(pid),
                System.getProperty("user.name", "unknown"),
                clock.millis(),
                application.id(),
                application.attempt());
    }

    /** What can be known of {@code holder} here, without waiting. */
    static Liveness liveness(Holder holder, Holder self) {
        ClusterApplication its = new ClusterApplication(holder.application(), holder.applicationAttempt());
        ClusterApplication own = new ClusterApplication(self.application(), self.applicationAttempt());
        if (own.after(its)) {
            return Liveness.DEAD;
        }
        if (!holder.machine().isEmpty() && holder.machine().equals(machine())) {
            return ofThisMachine(holder);
        }
        return own.same(its) ? Liveness.DEAD : Liveness.UNKNOWN;
    }

    private static Liveness ofThisMachine(Holder holder) {
        long began = startTicks(holder.pid());
        if (began == 0 && startTicks(1) == 0) {
            // Processes of other users are hidden here.
            return Liveness.UNKNOWN;
        }
        return began != 0 && began == holder.processStartTicks() ? Liveness.ALIVE : Liveness.DEAD;
    }

    /** Which starting of which machine this is, and which of its tables of processes; empty where Linux does not say. */
    private static String machine() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + " "
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** When a process began, in ticks since the machine did; 0 where there is no such process, or it is not known. */
    private static long startTicks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            String state = fields.get(STATE);
            return state.equals("Z") || state.equals("X") ? 0 : Long.parseLong(fields.get(BEGAN));
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }
}
